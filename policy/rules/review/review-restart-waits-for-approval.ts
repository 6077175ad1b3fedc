import { isHeldBy } from "../../automation/asking";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { isSensitive, sensitiveSettings } from "../../group";
import { changingSteps } from "../../patching/changing-steps";
import type { Operation } from "../../patching/operation";
import { groupsOf } from "../../patching/targets";
import { text } from "../../read";
import { readSchedule } from "../../schedule/expression";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "review-restart-waits-for-approval",
  concern: "review",
  description:
    "For a sensitive group, every way to a restart outside of its standing window hangs on an approval that has not expired.",
  why: "A window that opens once was made for an approved change. Moved, or started late, it restarts servers that nobody expects to go down any more.",
  remediation:
    "Tell the gate when the approval expires and branch on its answer, or put an aws:approve step before the restart, or restart in a window that comes back on a schedule.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-action-approve.html",
  unless: "Approval is bound by a one-off window alone.",
  settings: sensitiveSettings,
  resources: [TASK, ASSOCIATION],
  check: (stack, { settings }) =>
    changingSteps(stack)
      .filter(({ does, targets }) => does === "restart" && isSensitive(groupsOf(targets), stack.name, settings) !== "no")
      .filter((restart) => !comesBack(restart))
      .filter(({ runbook, step }) => !isHeldBy(runbook, step, "approval") && !isHeldBy(runbook, step, "expiry"))
      .map(({ by, at, step }) =>
        about(by, at, `a way to ${step.name} on which no approval is heeded`, "every way behind an approval that can expire"),
      ),
});

/** A standing window is itself a reviewed change; what opens once is one approval's. */
function comesBack({ window }: Operation): boolean {
  const schedule = typeof window === "object" ? text(window.props["schedule"]) : undefined;
  return schedule !== undefined && ["cron", "rate"].includes(readSchedule(schedule).kind);
}
