import rule from "fleet-patching-policy/rules/install/window-tasks-can-be-read";
import { ref } from "../../support/fixture";
import { guarded, handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const extra = (taskType: string, windowId: unknown) => ({
  type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
  props: { windowId, taskType, taskArn: "arn:aws:lambda:eu-west-1:444444444444:function:notify", priority: 9 },
});

export const cases = testRule({
  rule,
  compliant: guarded,
  valid: [
    { name: "a runbook" },
    { name: "a function in another window", changes: [["notify", extra("LAMBDA", "mw-0123456789abcdef0")]] },
    {
      name: "a function in a window that patches nothing",
      changes: [
        ["task", undefined],
        ["notify", extra("LAMBDA", ref("window.id"))],
      ],
    },
  ],
  invalid: [
    { name: "a function", change: ["notify", extra("LAMBDA", ref("window.id"))], finds: ["notify, taskType: LAMBDA"] },
    {
      name: "a state machine",
      change: ["notify", extra("STEP_FUNCTIONS", ref("window.id"))],
      finds: ["notify, taskType: STEP_FUNCTIONS"],
    },
  ],
});

export const besideCommands = testRule({
  rule,
  compliant: handwritten,
  valid: [{ name: "commands alone" }],
  invalid: [
    {
      name: "a function beside commands",
      change: ["notify", extra("LAMBDA", ref("window.id"))],
      finds: ["notify, taskType: LAMBDA"],
    },
    { name: "a scan that became a function", change: ["scan.props.taskType", "LAMBDA"], finds: ["scan, taskType: LAMBDA"] },
    {
      name: "an install that became a state machine",
      change: ["install.props.taskType", "STEP_FUNCTIONS"],
      finds: ["install, taskType: STEP_FUNCTIONS"],
    },
  ],
});
