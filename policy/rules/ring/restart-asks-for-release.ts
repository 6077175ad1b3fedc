import { isHeldBy } from "../../automation/asking";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { aboutRestart, restartSettings, restartSteps } from "../../patching/restarts";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "restart-asks-for-release",
  concern: "ring",
  description: "For production and sensitive groups, every way to a restart hangs on the ring's release.",
  why: "A restart brings to life what an install has left: a new kernel, a new library. A ring that people hold, or that is not proved, must not get it that way.",
  remediation: "Let the runbook's gate read the ring's release parameter and branch on it.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl, CONTROLS.impactAnalysis],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html",
  unless: "There is only one ring.",
  settings: restartSettings,
  resources: [TASK, ASSOCIATION],
  check: (stack, { settings }) =>
    restartSteps(stack, settings)
      .filter(({ runbook, step }) => !isHeldBy(runbook, step, "release"))
      .map((restart) =>
        aboutRestart(
          restart,
          `a way to ${restart.step.name} on which no release is heeded`,
          "every way behind GetParameter and a branch on its answer",
        ),
      ),
});
