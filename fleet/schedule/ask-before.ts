import type { CronFields, DayRule, WindowSchedule } from "./schedule";
import { WEEKDAY_NAMES } from "./weekday-names";

/** A schedule of EventBridge Scheduler, and the zone that it is read in. */
export interface AskingTime {
  readonly expression: string;
  /** IANA. */
  readonly zone: string;
}

/**
 * How many hours before a window its ring's evaluator asks. Twice: what fails once is asked again, and where the clocks jump over
 * one of the times (Scheduler then leaves it out), the other is there.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#daylist-savings-time
 */
export const ASK_HOURS = [2, 1] as const;

/** The most that lies between an asking and its window, in hours: one more where clocks are put back in between. */
export const LONGEST_ASK_HOURS = 3;

const MONTHS = 12;
const MONTH_LENGTHS = [28, 29, 30, 31];
const LONGEST_MONTH = 31;
const WEEK = 7;

/** Days that hold all that are meant, and maybe more: days of the month, or of the week. */
type Days = { readonly ofMonth: readonly number[] } | { readonly ofWeek: readonly number[] };

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, place) => from + place);
const sorted = (numbers: Iterable<number>): number[] => [...new Set(numbers)].toSorted((a, b) => a - b);

function daysOf(rule: DayRule): Days {
  if (rule.by === "every-day") return { ofMonth: range(1, LONGEST_MONTH) };
  if (rule.by === "days") return { ofMonth: rule.days };
  if (rule.by === "last-day") return { ofMonth: MONTH_LENGTHS };
  if (rule.by === "nearest-weekday") return { ofMonth: range(Math.max(1, rule.day - 2), Math.min(LONGEST_MONTH, rule.day + 2)) };
  return { ofWeek: rule.by === "weekdays" ? rule.weekdays : [rule.weekday] };
}

/** The days that lie so many days later, whatever the length of the month. */
function shifted(days: Days, by: number): Days {
  if ("ofWeek" in days) return { ofWeek: sorted(days.ofWeek.map((day) => (day + by + WEEK) % WEEK)) };
  if (by === 0) return days;
  const moved = days.ofMonth.flatMap((day) => {
    const to = day + by;
    return to < 1 ? MONTH_LENGTHS.map((length) => to + length) : [to, ...MONTH_LENGTHS.map((length) => to - length)];
  });
  return { ofMonth: sorted(moved.filter((day) => day >= 1 && day <= LONGEST_MONTH)) };
}

function together(all: readonly Days[]): Days {
  const weeks = all.flatMap((days) => ("ofWeek" in days ? days.ofWeek : []));
  return weeks.length > 0
    ? { ofWeek: sorted(weeks) }
    : { ofMonth: sorted(all.flatMap((days) => ("ofMonth" in days ? days.ofMonth : []))) };
}

/** Moved by days, a day may lie in the next month or the one before. */
function monthsAround(months: readonly number[], shifts: readonly number[]): number[] {
  return sorted(shifts.flatMap((by) => months.flatMap((month) => [month, ((month - 1 + Math.sign(by) + MONTHS) % MONTHS) + 1])));
}

function cron(fields: CronFields, hours: readonly number[], days: Days, shifts: readonly number[]): string {
  const months = monthsAround(fields.months, shifts);
  const years =
    fields.years && sorted(shifts.flatMap((by) => fields.years?.flatMap((year) => [year, year + Math.sign(by)]) ?? []));
  const all = "ofMonth" in days && days.ofMonth.length === LONGEST_MONTH;
  const dom = "ofWeek" in days ? "?" : all ? "*" : days.ofMonth.join(",");
  const dow = "ofWeek" in days ? days.ofWeek.map((day) => WEEKDAY_NAMES[day] ?? "").join(",") : "?";
  return `cron(${fields.minutes.join(",")} ${sorted(hours).join(",")} ${dom} ${months.length === MONTHS ? "*" : months.join(",")} ${dow} ${years?.join(",") ?? "*"})`;
}

/**
 * When a ring's evaluator is started ahead of a window. A cron expression cannot say "the day before the second Tuesday", and
 * needs not: it is asked on more days than there are windows, and answers that none is near. A single time is asked for every day,
 * because Scheduler takes no time that is past.
 */
export function askBefore(schedule: WindowSchedule, zone: string): AskingTime {
  if (schedule.kind === "at") {
    const at = new Date(schedule.at);
    const hours = sorted(ASK_HOURS.map((lead) => (at.getUTCHours() - lead + 24) % 24));
    return { expression: `cron(${at.getUTCMinutes()} ${hours.join(",")} * * ? *)`, zone: "UTC" };
  }
  const { fields, offsetDays } = schedule;
  const asked = fields.hours.flatMap((hour) => ASK_HOURS.map((lead) => hour - lead));
  const shifts = sorted(asked.map((hour) => offsetDays + (hour < 0 ? -1 : 0)));
  const days = together(shifts.map((by) => shifted(daysOf(fields.days), by)));
  const expression = cron(
    fields,
    asked.map((hour) => (hour + 24) % 24),
    days,
    shifts,
  );
  return { expression, zone: schedule.utc ? "UTC" : zone };
}
