import { isHeldBy } from "../../automation/asking";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { installSteps } from "../../patching/changing-steps";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "install-waits-for-calendar",
  concern: "install",
  description: "In a runbook, every way to an install hangs on an open change calendar.",
  why: "A gate that is asked but not heeded holds nothing: a branch without a default falls through to the next step, and a failed gate may jump past its answer.",
  remediation:
    "Branch on the gate's output with an explicit choice for open, and let Default and onFailure lead away from the install.",
  severity: "critical",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-branch.html",
  unless: "Nobody in the organization ever freezes changes.",
  resources: [TASK, ASSOCIATION],
  check: (stack) =>
    installSteps(stack)
      .filter(({ runbook, step }) => !isHeldBy(runbook, step, "calendar"))
      .map(({ by, at, step }) =>
        about(
          by,
          at,
          `a way to ${step.name} on which no answer of a change calendar is heeded`,
          "every way behind GetCalendarState and a branch on its answer",
        ),
      ),
});
