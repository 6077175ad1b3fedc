import { expect } from "chai";
import { historyMachine } from "../../../../components/aws/state-machines/history";
import { HISTORY } from "../../../support/every-evidence-component";

const { States } = historyMachine({
  partition: "aws",
  databaseName: "fleet_evidence",
  workgroupName: "fleet-evidence",
  ...HISTORY,
});
const RETRY = { ErrorEquals: ["States.TaskFailed", "States.Timeout"], IntervalSeconds: 60, MaxAttempts: 3, BackoffRate: 2 };
const CATCH = { ErrorEquals: ["States.ALL"], Next: "Judge", ResultPath: "$.failed" };

describe("a finding of the history's state machine", () => {
  it("is asked like a statement, and the query is remembered", () => {
    expect(States["FindMissing"]).to.deep.include({
      Resource: "arn:aws:states:::athena:startQueryExecution.sync",
      ResultPath: "$.asked",
      Next: "ReadMissing",
      Catch: [CATCH],
    });
  });

  it("is read without the line of names that Athena puts first", () => {
    expect(States["ReadMissing"]).to.deep.equal({
      Type: "Task",
      Resource: "arn:aws:states:::athena:getQueryResults",
      Parameters: { "QueryExecutionId.$": "$.asked.QueryExecution.QueryExecutionId", MaxResults: 201 },
      TimeoutSeconds: 60,
      ResultSelector: { "rows.$": "$.ResultSet.Rows[1:]" },
      ResultPath: "$.answer",
      Retry: [RETRY],
      Catch: [CATCH],
      Next: "TellMissing",
    });
  });

  it("becomes an event for each row, with the cells as the fields of its detail", () => {
    expect(States["TellMissing"]).to.deep.equal({
      Type: "Map",
      ItemsPath: "$.answer.rows",
      MaxConcurrency: 1,
      ItemProcessor: {
        ProcessorConfig: { Mode: "INLINE" },
        StartAt: "PutMissing",
        States: {
          PutMissing: {
            Type: "Task",
            Resource: "arn:aws:states:::events:putEvents",
            Parameters: {
              Entries: [
                {
                  Source: "fleet.patching",
                  DetailType: "Expected run missing",
                  EventBusName: "arn:aws:events:eu-west-1:222222222222:event-bus/fleet",
                  Detail: { "group.$": "$.Data[0].VarCharValue", "due.$": "$.Data[1].VarCharValue" },
                },
              ],
            },
            TimeoutSeconds: 60,
            ResultPath: null,
            Retry: [RETRY],
            End: true,
          },
        },
      },
      ResultPath: null,
      Catch: [CATCH],
      Next: "Judge",
    });
  });
});
