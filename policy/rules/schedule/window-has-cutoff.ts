import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { number, show } from "../../read";
import { WINDOW } from "../../vocabulary";

export default defineRule({
  name: "window-has-cutoff",
  concern: "schedule",
  description: "A maintenance window stops starting work before it ends.",
  why: "Without a cutoff a server may begin to install in the last minute, and restarts long after the window that was announced.",
  remediation: "Set cutoff to at least 1 hour and to less than duration.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateMaintenanceWindow.html",
  unless: "The window runs nothing that changes servers.",
  resource: WINDOW,
  needs: ["cutoff", "duration"],
  check: ({ props }) => {
    const [cutoff, duration] = [number(props["cutoff"]), number(props["duration"])];
    if (duration === undefined || duration < 1 || duration > 24) {
      return [{ at: "duration", got: show(props["duration"]), want: "1 to 24 hours" }];
    }
    if (cutoff !== undefined && cutoff >= 1 && cutoff < duration) return [];
    return [{ at: "cutoff", got: show(props["cutoff"]), want: `at least 1 hour and less than ${duration}` }];
  },
});
