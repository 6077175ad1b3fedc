import { expect } from "chai";
import { askAthena } from "../../../../components/aws/state-machines/athena";

const PLACE = { partition: "aws", databaseName: "fleet_evidence", workgroupName: "fleet-evidence" };
const AGAIN = { ErrorEquals: ["States.TaskFailed"], IntervalSeconds: 60, MaxAttempts: 3, BackoffRate: 2 };
const CAUGHT = [{ ErrorEquals: ["States.ALL"], Next: "Failed", ResultPath: "$.failed" }];

describe("askAthena", () => {
  it("waits for a statement's end, in the workgroup and the database, and no longer than it may", () => {
    const way = { seconds: 900, resultPath: "$.asked", again: AGAIN, caught: CAUGHT, next: "Read" };
    expect(askAthena(PLACE, "SELECT 1", way)).to.deep.equal({
      Type: "Task",
      Resource: "arn:aws:states:::athena:startQueryExecution.sync",
      Parameters: {
        QueryString: "SELECT 1",
        WorkGroup: "fleet-evidence",
        QueryExecutionContext: { Database: "fleet_evidence", Catalog: "AwsDataCatalog" },
      },
      TimeoutSeconds: 900,
      ResultPath: "$.asked",
      Retry: [AGAIN],
      Catch: CAUGHT,
      Next: "Read",
    });
  });
});
