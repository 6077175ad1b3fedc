import { isHeldBy } from "../../automation/asking";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { aboutRestart, restartSettings, restartSteps } from "../../patching/restarts";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "restart-waits-for-calendar",
  concern: "install",
  description: "In a runbook, every way to a restart of production and sensitive groups hangs on an open change calendar.",
  why: "A freeze is there so that nothing goes down in it. A gate that is asked but not heeded holds a restart as little as an install.",
  remediation:
    "Branch on the gate's output with an explicit choice for open, and let Default and onFailure lead away from the restart.",
  severity: "critical",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-branch.html",
  unless: "Nobody in the organization ever freezes changes.",
  settings: restartSettings,
  resources: [TASK, ASSOCIATION],
  check: (stack, { settings }) =>
    restartSteps(stack, settings)
      .filter(({ runbook, step }) => !isHeldBy(runbook, step, "calendar"))
      .map((restart) =>
        aboutRestart(
          restart,
          `a way to ${restart.step.name} on which no answer of a change calendar is heeded`,
          "every way behind GetCalendarState and a branch on its answer",
        ),
      ),
});
