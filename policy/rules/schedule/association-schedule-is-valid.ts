import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { show, text } from "../../read";
import { readSchedule } from "../../schedule/expression";
import { ASSOCIATION } from "../../vocabulary";

export default defineRule({
  name: "association-schedule-is-valid",
  concern: "schedule",
  description: "An association's schedule is one that State Manager understands.",
  why: "Associations take less than windows: no months, no spans or lists of days, nothing more often than every half hour, and always UTC. What they do not take is refused in the middle of an update.",
  remediation: "Write cron(minute hour ? * weekday *), cron(minute hour day * ? *) or rate(n unit), at least 30 minutes apart.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-cron-and-rate-expressions.html",
  unless: "Never: AWS refuses what this rule refuses.",
  resource: ASSOCIATION,
  needs: ["scheduleExpression"],
  check: ({ props }) => {
    const given = props["scheduleExpression"];
    const why = given === undefined ? undefined : refusal(text(given) ?? "");
    return why === undefined
      ? []
      : [{ at: "scheduleExpression", got: `${show(given)} (${why})`, want: "a schedule in the dialect of associations" }];
  },
});

/** Why State Manager does not take a schedule; undefined where it does. */
function refusal(expression: string): string | undefined {
  const schedule = readSchedule(expression);
  if (schedule.kind === "invalid") return schedule.why;
  const minutes = /^rate\((\d+) minutes?\)$/.exec(expression)?.[1];
  if (minutes !== undefined && Number(minutes) < 30) return "more often than every 30 minutes";
  const fields = /^cron\((.*)\)$/.exec(expression)?.[1]?.trim().split(/\s+/);
  if (fields === undefined) return undefined;
  const [minute = "", , dayOfMonth = "", month = "", weekday = ""] = fields;
  if (fields.length !== 6) return "seconds";
  if (month !== "*") return "months";
  if (/[,-]/.test(dayOfMonth) || /[,-]/.test(weekday)) return "a span or a list of days";
  return /^(?:\d{1,2}|0\/30|\*\/30)$/.test(minute) ? undefined : "more often than every 30 minutes";
}
