import type { Catch, Retry, TaskState } from "./states";

/** Where Athena asks. */
export interface AthenaPlace {
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  readonly databaseName: string;
  readonly workgroupName: string;
}

/** How long a statement may take, and where its state goes on. */
export interface AskingWay {
  readonly seconds: number;
  /** Where the query's id is kept; null where nobody reads an answer. */
  readonly resultPath: string | null;
  readonly again: Retry;
  readonly caught: readonly Catch[];
  readonly next: string;
}

/** Runs a statement in Athena and waits for its end. */
export function askAthena({ partition, databaseName, workgroupName }: AthenaPlace, sql: string, way: AskingWay): TaskState {
  return {
    Type: "Task",
    Resource: `arn:${partition}:states:::athena:startQueryExecution.sync`,
    Parameters: {
      QueryString: sql,
      WorkGroup: workgroupName,
      QueryExecutionContext: { Database: databaseName, Catalog: "AwsDataCatalog" },
    },
    TimeoutSeconds: way.seconds,
    ResultPath: way.resultPath,
    Retry: [way.again],
    Catch: way.caught,
    Next: way.next,
  };
}
