import type { Catch, MapState, Retry, State, TaskState } from "./states";

/** Something that people are told of: a question whose every row becomes an event. */
export interface HistoryFinding {
  /** Part of the states' names: letters and digits. */
  readonly name: string;
  /** A SELECT for Athena. Every cell is a text, none is null. */
  readonly sql: string;
  /** The bus on which the events are put, by ARN. */
  readonly busArn: string;
  /** The events' source. */
  readonly source: string;
  /** The events' detail type. */
  readonly detailType: string;
  /** The fields of an event's detail, in the order of the columns. */
  readonly fields: readonly string[];
}

/** Where a finding goes on, and how. */
export interface FindingWay {
  /** Where a failure is kept. */
  readonly failed: string;
  readonly again: Retry;
  readonly next: string;
}

/** As many events as one answer tells at most: an execution's data may not exceed 256 KB. */
const MOST_ROWS = 200;

/** Asks, reads the answer without its heading, and puts an event for each row. What fails is kept, and the next has its turn. */
export function findingStates(partition: string, finding: HistoryFinding, ask: TaskState, way: FindingWay): [string, State][] {
  const { name } = finding;
  const caught: Catch = { ErrorEquals: ["States.ALL"], Next: way.next, ResultPath: way.failed };
  const read: TaskState = {
    Type: "Task",
    Resource: `arn:${partition}:states:::athena:getQueryResults`,
    Parameters: { "QueryExecutionId.$": "$.asked.QueryExecution.QueryExecutionId", MaxResults: MOST_ROWS + 1 },
    TimeoutSeconds: 60,
    ResultSelector: { "rows.$": "$.ResultSet.Rows[1:]" },
    ResultPath: "$.answer",
    Retry: [way.again],
    Catch: [caught],
    Next: `Tell${name}`,
  };
  return [
    [`Find${name}`, ask],
    [`Read${name}`, read],
    [`Tell${name}`, tell(partition, finding, caught, way)],
  ];
}

function tell(partition: string, finding: HistoryFinding, caught: Catch, way: FindingWay): MapState {
  const detail = Object.fromEntries(finding.fields.map((field, place) => [`${field}.$`, `$.Data[${place}].VarCharValue`]));
  const { source: Source, detailType: DetailType, busArn: EventBusName } = finding;
  return {
    Type: "Map",
    ItemsPath: "$.answer.rows",
    MaxConcurrency: 1,
    ItemProcessor: {
      ProcessorConfig: { Mode: "INLINE" },
      StartAt: `Put${finding.name}`,
      States: {
        [`Put${finding.name}`]: {
          Type: "Task",
          Resource: `arn:${partition}:states:::events:putEvents`,
          Parameters: { Entries: [{ Source, DetailType, EventBusName, Detail: detail }] },
          TimeoutSeconds: 60,
          ResultPath: null,
          Retry: [way.again],
          End: true,
        },
      },
    },
    ResultPath: null,
    Catch: [caught],
    Next: way.next,
  };
}
