import rule from "fleet-patching-policy/rules/evidence/failure-alert-is-present";
import { json, ref, type Fixture } from "../../support/fixture";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const alert: Fixture = {
  failed: {
    type: "aws:cloudwatch/eventRule:EventRule",
    props: {
      name: "fleet-failed",
      eventPattern: json({
        source: ["aws.ssm"],
        "detail-type": ["EC2 Automation Execution Status-change Notification"],
        detail: { Status: ["Failed", "TimedOut"] },
      }),
      region: "eu-west-1",
    },
  },
  target: {
    type: "aws:cloudwatch/eventTarget:EventTarget",
    props: { rule: ref("failed.name"), arn: "arn:aws:sns:eu-west-1:444444444444:fleet", region: "eu-west-1" },
  },
};
const NONE = ["task, its region: nothing that tells of failures"];
const PATTERN = "failed.props.eventPattern";

export const cases = testRule({
  rule,
  compliant: { ...guarded, ...alert },
  valid: [
    { name: "a rule for failed runbooks" },
    {
      name: "a rule for failed windows",
      changes: [
        [`${PATTERN}.detail-type`, ["Maintenance Window Execution State-change Notification"]],
        [`${PATTERN}.detail`, { status: ["FAILED"] }],
      ],
    },
    { name: "a rule for all that happens", changes: [[PATTERN, JSON.stringify({ source: ["aws.ssm"] })]] },
    { name: "a rule by its written name", changes: [["target.props.rule", "fleet-failed"]] },
    {
      name: "a window that only scans",
      changes: [
        ["failed", undefined],
        ["target.props.rule", "x"],
        ["runbook.props.content.mainSteps.4.inputs.Parameters.Operation", "Scan"],
      ],
    },
  ],
  invalid: [
    { name: "a target of a rule that is not known", change: ["target.props.rule", ref("task.id")], finds: NONE },
    { name: "no rule", change: ["failed", undefined], finds: NONE },
    { name: "no target", change: ["target", undefined], finds: NONE },
    { name: "a rule for successes", change: [`${PATTERN}.detail.Status`, ["Success"]], finds: NONE },
    { name: "a rule for another service", change: [`${PATTERN}.source`, ["aws.ec2"]], finds: NONE },
    { name: "a disabled rule", change: ["failed.props.state", "DISABLED"], finds: NONE },
    { name: "a rule that is off", change: ["failed.props.isEnabled", false], finds: NONE },
    { name: "a rule in another region", change: ["failed.props.region", "us-east-1"], finds: NONE },
    {
      name: "a rule for compliance, which says nothing of runs",
      change: [PATTERN, JSON.stringify({ source: ["aws.ssm"], "detail-type": ["Configuration Compliance State Change"] })],
      finds: NONE,
    },
    { name: "a schedule", change: ["failed.props", { scheduleExpression: "rate(1 day)", region: "eu-west-1" }], finds: NONE },
    { name: "a target of another rule", change: ["target.props.rule", "other"], finds: NONE },
  ],
});
