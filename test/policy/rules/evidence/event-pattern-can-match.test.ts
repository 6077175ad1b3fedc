import rule from "fleet-patching-policy/rules/evidence/event-pattern-can-match";
import { json } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const PATTERN = "rule.props.eventPattern";
const AUTOMATION = "EC2 Automation Execution Status-change Notification";

export const cases = testRule({
  rule,
  compliant: {
    rule: {
      type: "aws:cloudwatch/eventRule:EventRule",
      props: {
        name: "fleet-failed",
        eventPattern: json({
          source: ["aws.ssm"],
          "detail-type": [AUTOMATION],
          detail: { Status: ["Failed", "TimedOut", "Canceled"], Definition: ["fleet-install"] },
        }),
      },
    },
  },
  valid: [
    { name: "no detail", changes: [[`${PATTERN}.detail`, undefined]] },
    { name: "a runbook's own spelling" },
    {
      name: "a command's own spelling",
      changes: [
        [`${PATTERN}.detail-type`, ["EC2 Command Invocation Status-change Notification"]],
        [`${PATTERN}.detail`, { status: ["Failed", "TimedOut"] }],
      ],
    },
    {
      name: "a window's own spelling",
      changes: [
        [`${PATTERN}.detail-type`, ["Maintenance Window Execution State-change Notification"]],
        [`${PATTERN}.detail`, { status: ["FAILED", "CANCELLED", "SKIPPED_OVERLAPPING"] }],
      ],
    },
    {
      name: "an event nobody has heard of",
      changes: [
        [`${PATTERN}.detail-type`, ["Parameter Store Change"]],
        [`${PATTERN}.detail`, { status: ["whatever"] }],
      ],
    },
    {
      name: "another service",
      changes: [
        [`${PATTERN}.source`, ["aws.ec2"]],
        [`${PATTERN}.detail`, { status: ["FAILED"] }],
      ],
    },
    { name: "a schedule", changes: [["rule.props", { scheduleExpression: "rate(1 day)" }]] },
    { name: "a prefix instead of a word", changes: [[`${PATTERN}.detail.Status`, [{ prefix: "Fail" }]]] },
    {
      name: "no kind of event",
      changes: [
        [`${PATTERN}.detail-type`, undefined],
        [`${PATTERN}.detail`, { status: ["x"] }],
      ],
    },
  ],
  invalid: [
    {
      name: "a field in lower case",
      change: [`${PATTERN}.detail`, { status: ["Failed"] }],
      finds: [`rule, eventPattern, detail.status: status for ${AUTOMATION}`],
    },
    {
      name: "a state in capitals",
      change: [`${PATTERN}.detail.Status.0`, "FAILED"],
      finds: ["rule, eventPattern, detail.Status: FAILED"],
    },
    {
      name: "a state spelt as windows spell it",
      change: [`${PATTERN}.detail.Status.2`, "Cancelled"],
      finds: ["rule, eventPattern, detail.Status: Cancelled"],
    },
    {
      name: "a state that does not exist",
      change: [`${PATTERN}.detail.Status.1`, "Timeout"],
      finds: ["rule, eventPattern, detail.Status: Timeout"],
    },
    {
      name: "an event in another case",
      change: [`${PATTERN}.detail-type.0`, "EC2 Automation Execution Status-Change Notification"],
      finds: ["rule, eventPattern, detail-type: EC2 Automation Execution Status-Change Notification"],
    },
    {
      name: "a window's event with a command's states",
      change: [
        PATTERN,
        JSON.stringify({
          source: ["aws.ssm"],
          "detail-type": ["Maintenance Window Execution State-change Notification"],
          detail: { status: ["Failed"] },
        }),
      ],
      finds: ["rule, eventPattern, detail.status: Failed"],
    },
    {
      name: "a window's event with a runbook's field",
      change: [
        PATTERN,
        JSON.stringify({
          source: ["aws.ssm"],
          "detail-type": ["Maintenance Window Execution State-change Notification"],
          detail: { Status: ["FAILED"] },
        }),
      ],
      finds: ["rule, eventPattern, detail.Status: Status for Maintenance Window Execution State-change Notification"],
    },
  ],
});
