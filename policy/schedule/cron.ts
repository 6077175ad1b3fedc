/** The fields of a window's cron expression, each as what it matches. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: readonly number[];
  /** Undefined where every year matches. */
  readonly years: readonly number[] | undefined;
  /** Whether a day of the month fits, given the day's weekday (1 = Sunday) and the month's length. */
  readonly day: (day: CalendarDay) => boolean;
}

/** A day as cron looks at it. */
export interface CalendarDay {
  readonly dayOfMonth: number;
  /** 1 = Sunday to 7 = Saturday, as AWS counts. */
  readonly weekday: number;
  readonly daysInMonth: number;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/**
 * Reads the inside of a window's `cron(…)`: six fields, or seven with seconds first.
 * @returns what it matches, or why it is no cron expression of AWS's
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-cron-and-rate-expressions.html
 */
export function readCron(inside: string): Cron | { readonly why: string } {
  const fields = inside.trim().split(/\s+/);
  if (fields.length !== 6 && fields.length !== 7) return { why: `${fields.length} fields instead of six` };
  const [minute = "", hour = "", dayOfMonth = "", month = "", weekday = "", year = ""] = fields.slice(-6);
  if (fields.length === 7 && numbers(fields[0] ?? "", 0, 59, []) === undefined) return { why: `seconds "${fields[0]}"` };
  const minutes = numbers(minute, 0, 59, []);
  if (minutes === undefined) return { why: `minutes "${minute}"` };
  const hours = numbers(hour, 0, 23, []);
  if (hours === undefined) return { why: `hours "${hour}"` };
  const months = numbers(month, 1, 12, MONTHS);
  if (months === undefined) return { why: `months "${month}"` };
  const years = numbers(year, 1970, 2199, []);
  if (years === undefined) return { why: `years "${year}"` };
  if ((dayOfMonth === "?") === (weekday === "?")) return { why: "not exactly one ? among day of month and day of week" };
  const day = weekday === "?" ? daysOfMonth(dayOfMonth) : weekdays(weekday);
  if (day === undefined) return { why: weekday === "?" ? `days of month "${dayOfMonth}"` : `days of week "${weekday}"` };
  return { minutes, hours, months, years: year === "*" ? undefined : years, day };
}

/** The numbers a field matches, in order; undefined where it is no such field. */
function numbers(field: string, low: number, high: number, names: readonly string[]): readonly number[] | undefined {
  const found = new Set<number>();
  for (const part of field.split(",")) {
    const [, range = "", step = "1"] = /^([^/]+)(?:\/([1-9]\d*))?$/.exec(part) ?? [];
    const bounds = range === "*" ? [low, high] : range.split("-").map((bound) => single(bound, low, names));
    const [from, to = step === "1" && !part.includes("/") ? from : high] = bounds;
    if (from === undefined || to === undefined || bounds.length > 2 || Number.isNaN(from + to)) return undefined;
    if (from < low || to > high || from > to) return undefined;
    for (let value = from; value <= to; value += Number(step)) found.add(value);
  }
  return [...found].toSorted((a, b) => a - b);
}

function single(text: string, low: number, names: readonly string[]): number {
  const named = names.indexOf(text.toUpperCase());
  return named >= 0 ? named + low : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

function daysOfMonth(field: string): Cron["day"] | undefined {
  if (field === "L") return (day) => day.dayOfMonth === day.daysInMonth;
  const nearest = /^([1-9]\d?)W$/.exec(field);
  if (nearest !== null) {
    const wanted = Number(nearest[1]);
    return wanted <= 31 ? (day) => isNearestWeekday(day, wanted) : undefined;
  }
  const days = numbers(field, 1, 31, []);
  return days === undefined ? undefined : (day) => days.includes(day.dayOfMonth);
}

/** `15W` is the weekday nearest the 15th, without leaving the month. */
function isNearestWeekday(day: CalendarDay, wanted: number): boolean {
  if (day.weekday === 1 || day.weekday === 7 || wanted > day.daysInMonth) return false;
  if (day.dayOfMonth === wanted) return true;
  const weekdayOfWanted = ((((day.weekday - 1 + wanted - day.dayOfMonth) % 7) + 7) % 7) + 1;
  if (weekdayOfWanted === 7) return day.dayOfMonth === (wanted === 1 ? 3 : wanted - 1);
  if (weekdayOfWanted === 1) return day.dayOfMonth === (wanted === day.daysInMonth ? wanted - 2 : wanted + 1);
  return false;
}

function weekdays(field: string): Cron["day"] | undefined {
  const last = /^(.+)L$/.exec(field);
  const nth = /^(.+)#([1-5])$/.exec(field);
  const named = single((last ?? nth)?.[1] ?? "", 1, WEEKDAYS);
  if (last !== null && named >= 1 && named <= 7) {
    return (day) => day.weekday === named && day.dayOfMonth + 7 > day.daysInMonth;
  }
  if (nth !== null) {
    const count = Number(nth[2]);
    return named >= 1 && named <= 7 ? (day) => day.weekday === named && Math.ceil(day.dayOfMonth / 7) === count : undefined;
  }
  const days = numbers(field, 1, 7, WEEKDAYS);
  return days === undefined ? undefined : (day) => days.includes(day.weekday);
}
