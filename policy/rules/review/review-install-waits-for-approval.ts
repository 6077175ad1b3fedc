import { isHeldBy } from "../../automation/asking";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { isSensitive, sensitiveSettings } from "../../group";
import { installSteps } from "../../patching/changing-steps";
import { groupsOf } from "../../patching/targets";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "review-install-waits-for-approval",
  concern: "review",
  description: "For a sensitive group, every way to an install hangs on an approval.",
  why: "What a pull request approved may have changed or lapsed by the night of the install. The runbook is the last to look.",
  remediation:
    "Let the gate check the approved manifest's digest and expiry and branch on it, or put an aws:approve step before the install.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-approve.html",
  unless: "Approval is bound by a one-off window alone.",
  settings: sensitiveSettings,
  resources: [TASK, ASSOCIATION],
  check: (stack, { settings }) =>
    installSteps(stack)
      .filter(({ targets }) => isSensitive(groupsOf(targets), stack.name, settings) !== "no")
      .filter(({ runbook, step }) => !isHeldBy(runbook, step, "approval"))
      .map(({ by, at, step }) =>
        about(by, at, `a way to ${step.name} on which no approval is heeded`, "every way behind an approval"),
      ),
});
