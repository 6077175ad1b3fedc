import type { Finding, Parsed } from "./finding";
import { parsed, refused } from "./finding";
import type { CronSchedule, Schedule } from "./schedule";
import { WEEKDAY_NAMES } from "./weekday-names";

const everyHours = [1, 2, 4, 8, 12];

function days(schedule: CronSchedule): string | null {
  const rule = schedule.fields.days;
  if (rule.by === "every-day") return "? * *";
  if (rule.by === "weekdays") return rule.weekdays.length === 1 ? `? * ${WEEKDAY_NAMES[rule.weekdays[0] ?? 0]}` : null;
  if (rule.by === "nth-weekday") return `? * ${WEEKDAY_NAMES[rule.weekday]}#${rule.nth}`;
  return rule.by === "last-weekday" ? `? * ${rule.weekday + 1}L` : null;
}

/** The minutes and hours: one time, or the steps that associations know, spelled as AWS's examples spell them. */
function times(schedule: CronSchedule): string | null {
  const { seconds, minutes, hours, days } = schedule.fields;
  if (seconds.length !== 1 || seconds[0] !== 0) return null;
  if (minutes.length === 1 && hours.length === 1) return `${minutes[0]} ${hours[0]}`;
  if (days.by !== "every-day") return null;
  if (minutes.join(",") === "0,30" && hours.length === 24) return "0/30 *";
  const step = 24 / hours.length;
  const regular = hours.every((hour, index) => hour === index * step);
  return minutes.length === 1 && regular && everyHours.includes(step) ? `${minutes[0]} 0/${step}` : null;
}

function cron(schedule: CronSchedule): Parsed<string> {
  const got = schedule.expression;
  const findings: Finding[] = [];
  const day = days(schedule);
  const time = times(schedule);
  if (schedule.offsetDays > 0) {
    findings.push({
      got: `+ ${schedule.offsetDays} days`,
      want: "a schedule without days to wait",
      fix: "name the weekday itself",
    });
  }
  if (schedule.fields.months.length < 12) {
    findings.push({ got, want: "every month: an association knows no months", fix: "write * as the month" });
  }
  if (schedule.fields.years !== null) findings.push({ got, want: "every year", fix: "write * as the year" });
  if (day === null) {
    const want =
      "every day, one weekday, or one weekday of a week of the month: an association knows no ranges, lists or days of the month";
    findings.push({
      got,
      want,
      fix: "write for example `sundays 01:00 UTC`, `second tuesday 01:00 UTC` or `last sunday 01:00 UTC`",
    });
  }
  if (time === null) {
    const want = "one time without seconds, or every day each half hour or every 1, 2, 4, 8 or 12 hours";
    findings.push({ got, want, fix: "write one time, such as `daily 01:00 UTC`, or cron(0 0/4 * * ? *)" });
  }
  // AWS's examples write steps with * and ? the other way round.
  const dayFields = time?.includes("/") === true ? "* * ?" : day;
  return findings.length > 0 ? refused(...findings) : parsed(`cron(${time} ${dayFields} *)`);
}

/**
 * A schedule as a State Manager association takes it: always UTC, 30 minutes apart at least, with a narrower cron grammar than
 * windows have. What that grammar cannot say comes back as findings. Schedule offsets are refused too: AWS has them for
 * associations, the Pulumi resource has not.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-cron-and-rate-expressions.html#reference-cron-and-rate-expressions-association
 */
export function associationExpression(schedule: Schedule): Parsed<string> {
  if (schedule.kind === "cron") return cron(schedule);
  if (schedule.kind === "at" || (schedule.minutes >= 30 && schedule.minutes < 31 * 1440)) return parsed(schedule.expression);
  return refused({
    got: schedule.expression,
    want: "30 minutes or more, and less than 31 days",
    fix: "write for example rate(7 days)",
  });
}
