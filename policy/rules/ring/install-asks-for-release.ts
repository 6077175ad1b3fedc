import { isHeldBy } from "../../automation/asking";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { isProduction, productionSettings } from "../../group";
import { installSteps } from "../../patching/changing-steps";
import { groupsOf } from "../../patching/targets";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "install-asks-for-release",
  concern: "ring",
  description: "In production, every way to an install hangs on the ring's release.",
  why: "By the calendar alone production follows the rings before it in time, not in health: when they fail on Tuesday it still installs on Sunday.",
  remediation: "Let the runbook's gate read the ring's release parameter and branch on it.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl, CONTROLS.impactAnalysis],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html",
  unless: "There is only one ring.",
  settings: productionSettings,
  resources: [TASK, ASSOCIATION],
  check: (stack, { settings }) =>
    installSteps(stack)
      .filter(({ targets }) => isProduction(groupsOf(targets), stack.name, settings) !== "no")
      .filter(({ runbook, step }) => !isHeldBy(runbook, step, "release"))
      .map(({ by, at, step }) =>
        about(
          by,
          at,
          `a way to ${step.name} on which no release is heeded`,
          "every way behind GetParameter and a branch on its answer",
        ),
      ),
});
