import { stepsThatAsk } from "../../automation/asking";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { aboutRestart, restartSettings, restartsOf } from "../../patching/restarts";
import { showTargets } from "../../patching/targets";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "restart-runs-through-guarded-runbook",
  concern: "install",
  description:
    "Servers of production and sensitive groups restart, outside of an install, only through a runbook that asks first.",
  why: "A restart takes a server down as surely as a bad patch. A command `reboot` in a window, or an association that ends with exit code 194, knows no freeze, no ring and no review.",
  remediation:
    "Start a runbook from a window: ask the change calendar, branch on the answer, then send the command that restarts. Associations do not restart servers.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/send-commands-reboot.html",
  unless: "Your servers restart so often that one restart more is no change.",
  settings: restartSettings,
  resources: [TASK, ASSOCIATION],
  check: (stack, { settings }) =>
    restartsOf(stack, settings).flatMap((restart) => {
      const want = "a task that starts a runbook which asks the change calendar";
      const got = `${restart.document} that restarts ${showTargets(restart.targets)}`;
      if (restart.window === undefined) return [aboutRestart(restart, `${got}, by an association`, want)];
      if (restart.runbook === undefined) return [aboutRestart(restart, got, want)];
      if (stepsThatAsk(restart.runbook, "calendar").length > 0) return [];
      return [aboutRestart(restart, `${got}, in a runbook that asks nothing`, want)];
    }),
});
