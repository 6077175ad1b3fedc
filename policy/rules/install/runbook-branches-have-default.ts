import { graphOf } from "../../automation/graph";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { changingRunbooks } from "../../patching/changing-steps";
import { text } from "../../read";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "runbook-branches-have-default",
  concern: "install",
  description:
    "Every branch of a runbook that installs or restarts says what happens when no choice holds, and jumps only to steps that exist.",
  why: "Without Default a branch goes on with the step that happens to stand below it, which mostly is the one the branch was to guard.",
  remediation: "Give each aws:branch a Default that leads away from the install or restart, and mend the names of its steps.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-branch.html",
  unless: "Never in a runbook that installs or restarts.",
  resources: [TASK, ASSOCIATION],
  check: (stack) =>
    changingRunbooks(stack).flatMap(({ by, runbook }) => {
      const open = runbook.steps.filter(({ action, inputs }) => action === "aws:branch" && text(inputs["Default"]) === undefined);
      return [
        ...open.map((step) =>
          about(
            by,
            `runbook ${runbook.name}, step ${step.name}`,
            "no Default",
            "a Default that leads away from what changes servers",
          ),
        ),
        ...graphOf(runbook).missing.map((name) =>
          about(by, `runbook ${runbook.name}`, `a jump to ${name}`, "a step that exists"),
        ),
      ];
    }),
});
