import { expect } from "chai";
import { HistoryAlarms } from "../../../components/aws";
import { previewed, TAGS } from "../../support/component-run";
import { named } from "../../support/program-run";

describe("HistoryAlarms", () => {
  it("ring when a day passes without a success, data or none, and when an execution fails", async () => {
    const machine = "arn:aws:states:eu-west-1:222222222222:stateMachine:fleet-evidence-history";
    const result = await previewed((opts) => {
      const names = { silentName: "fleet-history-silent", failedName: "fleet-history-failed" };
      new HistoryAlarms("h", { region: "eu-west-1", stateMachine: machine, ...names, topicArn: "arn:topic", tags: TAGS }, opts);
    });
    const common = {
      region: "eu-west-1",
      namespace: "AWS/States",
      dimensions: { StateMachineArn: machine },
      statistic: "Sum",
      threshold: 1,
      evaluationPeriods: 1,
      alarmActions: ["arn:topic"],
      tags: TAGS,
    };
    expect(named(result, "h-silent").inputs).to.deep.equal({
      ...common,
      name: "fleet-history-silent",
      alarmDescription: "The history of the fleet was not written for a day: missed runs and overdue restarts go unnoticed.",
      metricName: "ExecutionsSucceeded",
      period: 86_400,
      comparisonOperator: "LessThanThreshold",
      treatMissingData: "breaching",
    });
    expect(named(result, "h-failed").inputs).to.deep.equal({
      ...common,
      name: "fleet-history-failed",
      alarmDescription: "The job that writes the history of the fleet failed: look at its last execution.",
      metricName: "ExecutionsFailed",
      period: 3600,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      treatMissingData: "notBreaching",
    });
  });
});
