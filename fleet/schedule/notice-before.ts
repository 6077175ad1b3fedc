import type { CronSchedule, DayRule, WindowSchedule } from "./schedule";
import { WEEKDAY_NAMES } from "./weekday-names";

const ALL_MONTHS = 12;
/** The last day that each month has, less one, so that it comes before the month's last day even in February. */
const BEFORE_LAST_DAY = 27;
const LAST_DAY_OF_ALL = 28;

/** Two fields of a cron expression and its months: the day of the month or the day of the week. */
interface Days {
  readonly ofMonth: string;
  readonly ofWeek: string;
  readonly months: readonly number[];
}

const ofMonth = (days: string | number, months: readonly number[]): Days => ({ ofMonth: String(days), ofWeek: "?", months });
const ofWeek = (days: string, months: readonly number[]): Days => ({ ofMonth: "?", ofWeek: days, months });
const earlier = (months: readonly number[]) => months.map((month) => ((month + 10) % 12) + 1).toSorted((a, b) => a - b);
const nth = (weekday: number, which: number) => `${WEEKDAY_NAMES[weekday] ?? ""}#${which}`;

/** The chosen days themselves, which lie before the window where days are waited after them. */
function scheduledDays(rule: DayRule, months: readonly number[]): Days {
  if (rule.by === "every-day") return ofMonth("*", months);
  if (rule.by === "weekdays") return ofWeek(rule.weekdays.map((day) => WEEKDAY_NAMES[day] ?? "").join(","), months);
  if (rule.by === "days") return ofMonth(rule.days.join(","), months);
  if (rule.by === "last-day") return ofMonth(BEFORE_LAST_DAY, months);
  if (rule.by === "nearest-weekday") return beforeNearest(rule.day, months);
  // The fourth is the last one, or a week before it.
  return ofWeek(nth(rule.weekday, rule.by === "last-weekday" ? 4 : rule.nth), months);
}

/** The weekday nearest a day lies at most two days from it. */
function beforeNearest(day: number, months: readonly number[]): Days {
  return day > 3 ? ofMonth(day - 3, months) : ofMonth(LAST_DAY_OF_ALL - 2, earlier(months));
}

function beforeDays(days: readonly number[], months: readonly number[]): Days | null {
  const first = days.includes(1);
  const own = days.filter((day) => day > 1).map((day) => day - 1);
  if (!first) return ofMonth(own.join(","), months);
  if (own.length === 0) return ofMonth(LAST_DAY_OF_ALL, earlier(months));
  if (months.length < ALL_MONTHS) return null;
  return ofMonth([...new Set([...own, LAST_DAY_OF_ALL])].toSorted((a, b) => a - b).join(","), months);
}

/** Days before the chosen ones, as far as a cron expression can name them. */
function daysBefore(rule: DayRule, months: readonly number[]): Days | null {
  const always = months.length === ALL_MONTHS;
  if (rule.by === "every-day") return always ? ofMonth("*", months) : null;
  if (rule.by === "weekdays") {
    const before = rule.weekdays.map((day) => (day + 6) % 7).toSorted((a, b) => a - b);
    return always ? ofWeek(before.map((day) => WEEKDAY_NAMES[day] ?? "").join(","), months) : null;
  }
  if (rule.by === "days") return beforeDays(rule.days, months);
  if (rule.by === "nth-weekday" && rule.nth === 1) return ofWeek(nth(rule.weekday, 4), earlier(months));
  if (rule.by === "nth-weekday") return ofWeek(nth(rule.weekday, rule.nth - 1), months);
  if (rule.by === "last-weekday") return ofWeek(nth(rule.weekday, 3), months);
  return scheduledDays(rule, months);
}

function expressionOf({ fields }: CronSchedule, { ofMonth: dom, ofWeek: dow, months }: Days): string {
  const month = months.length === ALL_MONTHS ? "*" : months.join(",");
  return `cron(${fields.minutes.join(",")} ${fields.hours.join(",")} ${dom} ${month} ${dow} *)`;
}

/**
 * When people are told that a window comes: an expression for EventBridge Scheduler, in the window's own zone. A day before
 * where a cron expression can say that, else at the same time some days before, two weeks at most: the day before the second
 * Tuesday is in no grammar, the first Tuesday is. Null where nothing general can be said: chosen years, chosen months that
 * the day before falls out of, `at(…)`.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export function noticeBefore(schedule: WindowSchedule): string | null {
  if (schedule.kind === "at" || schedule.fields.years !== null) return null;
  const { days, months } = schedule.fields;
  const found = schedule.offsetDays > 0 ? scheduledDays(days, months) : daysBefore(days, months);
  return found === null ? null : expressionOf(schedule, found);
}
