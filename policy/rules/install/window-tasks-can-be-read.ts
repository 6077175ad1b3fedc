import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { operationsOf } from "../../patching/operation";
import { windowOf } from "../../patching/tasks";
import { text } from "../../read";
import { TASK } from "../../vocabulary";

export default defineRule({
  name: "window-tasks-can-be-read",
  concern: "install",
  description: "A window that patches runs no functions or state machines.",
  why: "What a Lambda function or a state machine does to servers cannot be read from the program, so no rule can say that it is scanned, asked for or bounded.",
  remediation: "Give it a window of its own, or make it a runbook.",
  severity: "low",
  enforcement: "advisory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_RegisterTaskWithMaintenanceWindow.html",
  unless: "It only tells people about the window.",
  resources: [TASK],
  check: (stack) => {
    const patching = new Set(operationsOf(stack).map(({ window }) => window));
    return stack.of(TASK).flatMap((task) => {
      const type = text(task.props["taskType"]) ?? "";
      if (!["LAMBDA", "STEP_FUNCTIONS"].includes(type) || !patching.has(windowOf(stack, task))) return [];
      return [about(task, "taskType", type, "RUN_COMMAND or AUTOMATION")];
    });
  },
});
