import rule from "fleet-patching-policy/rules/review/review-restart-waits-for-approval";
import { changed, ref } from "../../support/fixture";
import { restarting, restartingByHand } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const STEPS = "runbook.props.content.mainSteps";
const GROUP = "task.props.taskInvocationParameters.automationParameters.parameters.0.values.0";
const PAYLOAD = `${STEPS}.0.inputs.InputPayload`;
const SCRIPT = `${STEPS}.0.inputs.Script`;
const FOUND = ["task, runbook fleet-restart, step wave1: a way to wave1 on which no approval is heeded"];
const UNTOLD = [`${PAYLOAD}.Expires`, ""] as const;

export const cases = testRule({
  rule,
  compliant: changed(restarting, [
    [GROUP, "prod-sensitive"],
    ["window.props.schedule", "at(2026-12-05T22:00:00)"],
    ["nightly", restartingByHand],
  ]),
  valid: [
    { name: "a gate that is told when the approval expires" },
    { name: "a standing window on a schedule", changes: [UNTOLD, ["window.props.schedule", "cron(0 8 ? * SUN *)"]] },
    { name: "a standing window at a rate", changes: [UNTOLD, ["window.props.schedule", "rate(7 days)"]] },
    { name: "a group that is not sensitive", changes: [UNTOLD, [GROUP, "prod-auto"]] },
    {
      name: "a gate that looks at an approval in a bucket",
      changes: [
        [SCRIPT, "s3.head_object(Bucket=b, Key=k)"],
        [PAYLOAD, { Digest: "5f5f" }],
      ],
    },
    {
      name: "a runbook that only scans",
      changes: [UNTOLD, [`${STEPS}.3.inputs`, { DocumentName: "AWS-RunPatchBaseline", Parameters: { Operation: "Scan" } }]],
    },
  ],
  invalid: [
    { name: "a gate that is told of no expiry", change: UNTOLD, finds: FOUND },
    { name: "a gate that is told nothing at all", change: [PAYLOAD, undefined], finds: FOUND },
    { name: "a gate that does not look at what it is told", change: [SCRIPT, "datetime.datetime.now()"], finds: FOUND },
    { name: "a gate that does not look at the clock", change: [SCRIPT, "given['Expires']"], finds: FOUND },
    { name: "a default past the gate", change: [`${STEPS}.1.inputs.Default`, "wave1"], finds: FOUND },
  ],
});

export const untold = testRule({
  rule,
  compliant: changed(restarting, [
    [GROUP, "prod-sensitive"],
    [UNTOLD[0], UNTOLD[1]],
  ]),
  valid: [{ name: "a standing window, whose gate is told of no expiry" }],
  invalid: [
    { name: "a schedule that is none", change: ["window.props.schedule", "every sunday"], finds: FOUND },
    {
      name: "a schedule that is not known",
      change: ["window.props.schedule", ref("calendar.name")],
      finds: FOUND,
    },
    { name: "a window that lies elsewhere", change: ["task.props.windowId", "mw-0123456789abcdef0"], finds: FOUND },
  ],
});
