import { isStructure, type Finding, type Properties } from "../../api/finding";
import { providerOwn, tagList } from "../../api/mapping";
import { arn, text, type Kind } from "../kind";

const hour = 3600;
const day = 86_400;

/** An alarm on one metric. */
export const metricAlarm: Kind = {
  token: "aws:cloudwatch/metricAlarm:MetricAlarm",
  scope: "regional",
  requests: [
    {
      service: "cloudwatch",
      operation: "PutMetricAlarm",
      mapping: {
        ...providerOwn,
        actionsEnabled: "ActionsEnabled",
        alarmActions: "AlarmActions",
        alarmDescription: "AlarmDescription",
        comparisonOperator: "ComparisonOperator",
        dimensions: {
          to: "Dimensions",
          convert: (value) => (isStructure(value) ? Object.entries(value).map(([Name, Value]) => ({ Name, Value })) : value),
        },
        evaluationPeriods: "EvaluationPeriods",
        metricName: "MetricName",
        name: "AlarmName",
        namespace: "Namespace",
        period: "Period",
        statistic: "Statistic",
        tags: tagList,
        threshold: "Threshold",
        treatMissingData: "TreatMissingData",
      },
    },
  ],
  namedBy: "name",
  replaceOn: ["name", "region"],
  defaults: { actionsEnabled: true, treatMissingData: "missing" },
  rules: alarmRules,
  overwrites: () => true,
  computed: ["arn", "evaluateLowSampleCountPercentiles"],
  create(call) {
    const name = text(call.inputs, "name");
    return { id: name, outputs: { arn: arn(call, "cloudwatch", `alarm:${name}`), evaluateLowSampleCountPercentiles: "" } };
  },
};

/** @see PutMetricAlarm: a day at most for periods below an hour, a week for others */
function alarmRules(inputs: Properties): Finding[] {
  const [period, times] = [Number(inputs["period"]), Number(inputs["evaluationPeriods"])];
  const most = period < hour ? day : 7 * day;
  return [
    ...(period % 60 === 0 || [10, 20, 30].includes(period) ? [] : [{ at: "period", reason: `${period} is no whole minute` }]),
    ...(period * times > most
      ? [{ at: "evaluationPeriods", reason: `looks at ${period * times} seconds, more than ${most}` }]
      : []),
    ...(["breaching", "notBreaching", "ignore", "missing"].includes(text(inputs, "treatMissingData"))
      ? []
      : [{ at: "treatMissingData", reason: `there is no way ${text(inputs, "treatMissingData")}` }]),
  ];
}
