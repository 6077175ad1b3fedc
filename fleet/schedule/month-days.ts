import type { DayRule } from "./schedule";

const dayMillis = 86_400_000;

function length(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function weekday(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** The weekday nearest a day without leaving its month: Friday before a Saturday, Monday after a Sunday. */
function nearest(year: number, month: number, day: number): number {
  const last = length(year, month);
  const at = weekday(year, month, day);
  if (at === 6) return day === 1 ? 3 : day - 1;
  if (at === 0) return day === last ? day - 2 : day + 1;
  return day;
}

/** The days of one month (1 to 12) that a rule chooses, in order; none when the month has no such day. */
export function monthDays(rule: DayRule, year: number, month: number): readonly number[] {
  const last = length(year, month);
  const all = Array.from({ length: last }, (_, index) => index + 1);
  if (rule.by === "every-day") return all;
  if (rule.by === "days") return rule.days.filter((day) => day <= last);
  if (rule.by === "last-day") return [last];
  if (rule.by === "nearest-weekday") return rule.day > last ? [] : [nearest(year, month, rule.day)];
  const first = weekday(year, month, 1);
  if (rule.by === "weekdays") {
    const chosen: readonly number[] = rule.weekdays;
    return all.filter((day) => chosen.includes((first + day - 1) % 7));
  }
  const earliest = 1 + ((rule.weekday - first + 7) % 7);
  if (rule.by === "nth-weekday") return all.filter((day) => day === earliest + 7 * (rule.nth - 1));
  return [earliest + 7 * Math.floor((last - earliest) / 7)];
}

/** The wall-clock milliseconds (as if the wall were UTC) of midnight on a day; days beyond the month run on. */
export function wallMidnight(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, 1) + (day - 1) * dayMillis;
}
