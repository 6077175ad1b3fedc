import { parseCronDays } from "./cron-days";
import { parseCronField } from "./cron-field";
import type { Finding, Parsed } from "./finding";
import { parsed, refused } from "./finding";
import { monthDays } from "./month-days";
import { fromCrontab } from "./near-miss";
import type { CronFields, CronSchedule } from "./schedule";

const seconds = { name: "seconds", min: 0, max: 59 };
const minutes = { name: "minutes", min: 0, max: 59 };
const hours = { name: "hours", min: 0, max: 23 };
const months = {
  name: "the month",
  min: 1,
  max: 12,
  names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
};
const years = { name: "the year", min: 1970, max: 2199 };

const daySeconds = 86_400;

/** The shortest time between two starts on one day or across one midnight, in seconds. */
function shortestGap(fields: CronFields): number {
  if (fields.seconds.length > 1)
    return Math.min(...fields.seconds.slice(1).map((each, index) => each - (fields.seconds[index] ?? 0)));
  const starts = fields.hours.flatMap((hour) => fields.minutes.map((minute) => hour * 3600 + minute * 60));
  const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
  return Math.min(...gaps, daySeconds - (starts.at(-1) ?? 0) + (starts[0] ?? 0));
}

// Weekdays and leap years come round after 28 years, so a day that these do not hold does not exist.
const cycle = Array.from({ length: 28 }, (_, index) => 2000 + index);

function everRuns(fields: CronFields): boolean {
  return (fields.years ?? cycle).some((year) => fields.months.some((month) => monthDays(fields.days, year, month).length > 0));
}

function readFields(tokens: readonly string[]): Parsed<CronFields> {
  const [second = "0", minute = "", hour = "", dom = "", month = "", dow = "", year = ""] =
    tokens.length === 7 ? tokens : ["0", ...tokens];
  const read = [
    parseCronField(second, seconds),
    parseCronField(minute, minutes),
    parseCronField(hour, hours),
    parseCronField(month, months),
    parseCronField(year, years),
  ] as const;
  const days = parseCronDays(dom, dow);
  const [secondValues, minuteValues, hourValues, monthValues, yearValues] = read;
  if (!secondValues.ok || !minuteValues.ok || !hourValues.ok || !monthValues.ok || !yearValues.ok || !days.ok) {
    return refused(...[...read, days].flatMap((each) => (each.ok ? [] : each.findings)));
  }
  return parsed({
    seconds: secondValues.value,
    minutes: minuteValues.value,
    hours: hourValues.value,
    days: days.value,
    months: monthValues.value,
    years: yearValues.value.length === years.max - years.min + 1 ? null : yearValues.value,
  });
}

function meaning(expression: string, fields: CronFields): readonly Finding[] {
  const findings: Finding[] = [];
  if (!everRuns(fields)) {
    findings.push({
      got: `${expression}, which names a day that never comes`,
      want: "a day that exists",
      fix: "change the day or the month",
    });
  }
  if (shortestGap(fields) < 300) {
    findings.push({
      got: `${expression}, with starts less than 5 minutes apart`,
      want: "5 minutes or more between starts",
      fix: "write one value for seconds and minutes, or a step of 5 and more (0/5)",
    });
  }
  return findings;
}

/**
 * Reads what stands between the parentheses of a window's `cron(…)`: 6 fields (minutes, hours, day of the month, month, day of
 * the week, year) or 7 with seconds first, in AWS's dialect, checked in full. Case does not matter.
 * @param offsetDays 0 to 6, AWS's schedule offset.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-cron-and-rate-expressions.html
 */
export function parseCron(body: string, offsetDays: number, utc: boolean): Parsed<CronSchedule> {
  const tokens = body.trim().toUpperCase().split(/\s+/);
  if (tokens.length !== 6 && tokens.length !== 7) {
    return refused({
      got: `cron(${body.trim()}) with ${tokens.length} ${tokens.length === 1 ? "field" : "fields"}`,
      want: "6 fields (minutes hours day-of-month month day-of-week year), or 7 with seconds first",
      fix: tokens.length === 5 ? `did you mean "${fromCrontab(tokens)}"?` : "write for example cron(0 3 ? * SUN *)",
    });
  }
  const fields = readFields(tokens);
  if (!fields.ok) return fields;
  const expression = `cron(${tokens.join(" ")})`;
  const findings = meaning(expression, fields.value);
  if (findings.length > 0) return refused(...findings);
  // AWS's pages write the last weekday with a number only (6L); a name with L is ours and is translated.
  const { days } = fields.value;
  const text = days.by === "last-weekday" ? expression.replace(/ \w+L (\S+)$/, ` ${days.weekday + 1}L $1`) : expression;
  return parsed({ kind: "cron", expression: text, offsetDays, fields: fields.value, utc });
}
