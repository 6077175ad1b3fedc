import rule from "fleet-patching-policy/rules/review/review-install-waits-for-approval";
import { changed } from "../../support/fixture";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const STEPS = "runbook.props.content.mainSteps";
const FOUND = ["task, runbook fleet-install, step install: a way to install on which no approval is heeded"];
const approve = {
  name: "approve",
  action: "aws:approve",
  timeoutSeconds: 7200,
  inputs: { NotificationArn: "arn:aws:sns:eu-west-1:444444444444:Automation-approve", Approvers: ["ana"] },
};

export const bySteps = testRule({
  rule,
  compliant: changed(guarded, [
    ["task.props.taskInvocationParameters.automationParameters.parameters.0.values.0", "prod-sensitive"],
    [`${STEPS}.2`, { name: "held", action: "aws:sleep", inputs: {}, isEnd: true }],
    [`${STEPS}.0.inputs.Script`, "s3.head_object(Bucket=b, Key=k)\nssm.get_calendar_state(CalendarNames=c)"],
  ]),
  valid: [
    { name: "a gate that looks at the approved manifest" },
    {
      name: "a gate that is told of a list",
      changes: [[`${STEPS}.0.inputs.InputPayload`, { Digest: "5f5f", Expires: "" }]],
    },
    {
      name: "an approval on the way",
      changes: [
        [`${STEPS}.0.inputs.Script`, "pass"],
        [`${STEPS}.2`, approve],
        [`${STEPS}.1.inputs.Default`, "approve"],
        [`${STEPS}.1.inputs.Choices.0.NextStep`, "approve"],
      ],
    },
    {
      name: "a manifest looked at by an API call",
      changes: [
        [
          `${STEPS}.0`,
          {
            name: "gate",
            action: "aws:executeAwsApi",
            inputs: { Service: "s3", Api: "HeadObject", Bucket: "manifests", Key: "a" },
          },
        ],
      ],
    },
    {
      name: "a group that is not sensitive",
      changes: [
        ["task.props.taskInvocationParameters.automationParameters.parameters.0.values.0", "prod-auto"],
        [`${STEPS}.0.inputs.Script`, "pass"],
      ],
    },
  ],
  invalid: [
    {
      name: "an API call that looks at something else",
      change: [
        `${STEPS}.0`,
        { name: "gate", action: "aws:executeAwsApi", inputs: { Service: "s3", Api: "HeadObjects", Bucket: "b" } },
      ],
      finds: FOUND,
    },
    { name: "a gate that looks at nothing", change: [`${STEPS}.0.inputs.Script`, "pass"], finds: FOUND },
    { name: "a gate that is told of no list", change: [`${STEPS}.0.inputs.InputPayload`, { Digest: "" }], finds: FOUND },
    {
      name: "a gate that is told of an empty manifest",
      change: [`${STEPS}.0.inputs.InputPayload`, { manifest: "" }],
      finds: FOUND,
    },
    { name: "a gate that only mentions it", change: [`${STEPS}.0.inputs.Script`, "# head_object()"], finds: FOUND },
    { name: "a default past the gate", change: [`${STEPS}.1.inputs.Default`, "install"], finds: FOUND },
    {
      name: "a choice past the gate",
      change: [`${STEPS}.1.inputs.Choices.1`, { NextStep: "scan", Variable: "{{ Group }}", StringEquals: "x" }],
      finds: FOUND,
    },
    { name: "a gate that goes on when it fails", change: [`${STEPS}.0.onFailure`, "step:scan"], finds: FOUND },
  ],
});
