import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import type { Finding } from "../../finding";
import { show, text } from "../../read";
import { readSchedule } from "../../schedule/expression";
import { WINDOW } from "../../vocabulary";

export default defineRule({
  name: "one-off-window-ends",
  concern: "schedule",
  description: "A one-off maintenance window is written in UTC and has an end date.",
  why: "An at(…) schedule is UTC whatever zone stands beside it, and a spent window goes on counting towards the 50 that an account may have in a region until somebody sees that it is over.",
  remediation: "Write the moment in UTC without scheduleTimezone, and set endDate to a moment after it.",
  severity: "low",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/maintenance-windows-schedule-options.html",
  unless: "Spent windows are deleted by something else.",
  resource: WINDOW,
  needs: ["schedule", "scheduleTimezone", "endDate"],
  check: ({ props }) => {
    const schedule = readSchedule(text(props["schedule"]) ?? "");
    if (schedule.kind !== "at") return [];
    const zone = props["scheduleTimezone"];
    const findings: Finding[] = [];
    if (zone !== undefined && zone !== "UTC")
      findings.push({ at: "scheduleTimezone", got: show(zone), want: "nothing: at(…) is UTC" });
    const end = Date.parse(text(props["endDate"]) ?? "");
    if (!(end > schedule.wallClock)) {
      findings.push({ at: "endDate", got: show(props["endDate"]), want: "a moment after the one in the schedule" });
    }
    return findings;
  },
});
