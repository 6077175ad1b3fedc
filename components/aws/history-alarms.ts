import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";

/** What the watch over a daily job needs. */
export interface HistoryAlarmsArgs {
  readonly region: string;
  /** The state machine that runs once a day, by ARN. */
  readonly stateMachine: string;
  /** The name of the alarm that rings when none succeeded for a day. */
  readonly silentName: string;
  /** The name of the alarm that rings when one failed. */
  readonly failedName: string;
  /** The topic that hears of it. */
  readonly topicArn: pulumi.Input<string>;
  readonly tags: Readonly<Record<string, string>>;
}

const DAY = 86_400;
const HOUR = 3600;

/**
 * Watches over the job that finds what no event shows: a job that is not there is as bad as one that fails, so that no data
 * counts as none succeeded.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/procedure-cw-metrics.html
 */
export class HistoryAlarms extends pulumi.ComponentResource {
  constructor(name: string, args: HistoryAlarmsArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:HistoryAlarms", name, {}, opts);
    const common = {
      region: args.region,
      namespace: "AWS/States",
      dimensions: { StateMachineArn: args.stateMachine },
      statistic: "Sum",
      threshold: 1,
      evaluationPeriods: 1,
      alarmActions: [args.topicArn],
      tags: args.tags,
    };
    const unique = { parent: this, deleteBeforeReplace: true };
    new cloudwatch.MetricAlarm(
      `${name}-silent`,
      {
        ...common,
        name: args.silentName,
        alarmDescription: "The history of the fleet was not written for a day: missed runs and overdue restarts go unnoticed.",
        metricName: "ExecutionsSucceeded",
        period: DAY,
        comparisonOperator: "LessThanThreshold",
        treatMissingData: "breaching",
      },
      unique,
    );
    new cloudwatch.MetricAlarm(
      `${name}-failed`,
      {
        ...common,
        name: args.failedName,
        alarmDescription: "The job that writes the history of the fleet failed: look at its last execution.",
        metricName: "ExecutionsFailed",
        period: HOUR,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        treatMissingData: "notBreaching",
      },
      unique,
    );
    this.registerOutputs({});
  }
}
