import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import type { Finding } from "../../finding";
import { number, show, text } from "../../read";
import { readSchedule } from "../../schedule/expression";
import { WINDOW } from "../../vocabulary";

export default defineRule({
  name: "window-schedule-is-valid",
  concern: "schedule",
  description: "A maintenance window's schedule is one that Systems Manager understands.",
  why: "The dialect differs from other crons: six fields, one ? among the two kinds of day, days of the week from 1 for Sunday. A window that is refused stops the update half way; one that means another day patches on it.",
  remediation: "Write cron(minute hour day-of-month month day-of-week year), rate(n unit) or at(yyyy-MM-ddTHH:mm:ss).",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-cron-and-rate-expressions.html",
  unless: "Never: AWS refuses what this rule refuses.",
  resource: WINDOW,
  needs: ["schedule", "scheduleOffset"],
  check: ({ props }) => {
    const schedule = readSchedule(text(props["schedule"]) ?? "");
    const findings: Finding[] = [];
    if (schedule.kind === "invalid") {
      findings.push({
        at: "schedule",
        got: `${show(props["schedule"])} (${schedule.why})`,
        want: "a schedule in the dialect of maintenance windows",
      });
    }
    if (props["scheduleOffset"] === undefined) return findings;
    const offset = number(props["scheduleOffset"]);
    if (offset === undefined || offset < 1 || offset > 6 || !Number.isInteger(offset)) {
      findings.push({ at: "scheduleOffset", got: show(props["scheduleOffset"]), want: "1 to 6 days, or nothing" });
    } else if (schedule.kind === "rate" || schedule.kind === "at") {
      findings.push({ at: "scheduleOffset", got: `${offset} with ${schedule.kind}(…)`, want: "an offset only beside cron(…)" });
    }
    return findings;
  },
});
