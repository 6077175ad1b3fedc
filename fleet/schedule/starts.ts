import { Temporal } from "temporal-polyfill";
import { monthDays, wallMidnight } from "./month-days";
import type { CronSchedule, WindowSchedule } from "./schedule";
import { isDateLeftOut, wallToInstant } from "./zone";

const dayMillis = 86_400_000;
const firstYear = 1970;
const lastYear = 2199;

/** The starts whose cron day lies in one month (0 is January 1970), in order; the offset may carry them into the next. */
function monthStarts(schedule: CronSchedule, zone: string, monthIndex: number): readonly number[] {
  const { fields } = schedule;
  const year = firstYear + Math.floor(monthIndex / 12);
  const month = (monthIndex % 12) + 1;
  if (!fields.months.includes(month) || (fields.years !== null && !fields.years.includes(year))) return [];
  const starts: number[] = [];
  for (const day of monthDays(fields.days, year, month)) {
    const midnight = wallMidnight(year, month, day + schedule.offsetDays);
    if (isDateLeftOut(zone, midnight)) continue;
    for (const hour of fields.hours) {
      for (const minute of fields.minutes) {
        for (const second of fields.seconds) {
          const start = wallToInstant(zone, midnight + ((hour * 60 + minute) * 60 + second) * 1000);
          // Two times inside one jump of the clocks fall together.
          if (start !== starts.at(-1)) starts.push(start);
        }
      }
    }
  }
  return starts;
}

function monthIndexOf(millis: number): number {
  const date = new Date(millis);
  return (date.getUTCFullYear() - firstYear) * 12 + date.getUTCMonth();
}

const months = { first: 0, last: (lastYear - firstYear) * 12 + 11 };

/**
 * `starts` in milliseconds since 1970, for arithmetic over many runs: from the first start at or after `from`, before `to`.
 * @param zone ignored where the schedule itself is in UTC.
 */
export function* startMillis(schedule: WindowSchedule, zone: string, from: number, to: number): Generator<number, void> {
  if (schedule.kind === "at") {
    if (schedule.at >= from && schedule.at < to) yield schedule.at;
    return;
  }
  const within = schedule.utc ? "UTC" : zone;
  // The offset's days and the zone's hours may carry a start a week past its month.
  const begin = Math.max(months.first, monthIndexOf(from - 8 * dayMillis));
  const end = Math.min(months.last, monthIndexOf(to + 2 * dayMillis));
  for (let month = begin; month <= end; month += 1) {
    for (const start of monthStarts(schedule, within, month)) {
      if (start >= from && start < to) yield start;
    }
  }
}

/** The last start of a schedule at or before an instant, both in milliseconds; null when it never started before. */
export function latestStart(schedule: WindowSchedule, zone: string, at: number): number | null {
  if (schedule.kind === "at") return schedule.at <= at ? schedule.at : null;
  const within = schedule.utc ? "UTC" : zone;
  for (let month = Math.min(months.last, monthIndexOf(at + 2 * dayMillis)); month >= months.first; month -= 1) {
    const start = monthStarts(schedule, within, month).findLast((each) => each <= at);
    if (start !== undefined) return start;
  }
  return null;
}

/**
 * The runs of a schedule in a time zone, in order, from `from` (included) to `to` (not included).
 *
 * Daylight saving neither adds nor takes a run: a time that the clocks jump over starts at the end of the jump, a time that
 * they show twice starts at the first. AWS does not say what it does there. `at(…)` is UTC and ignores the zone.
 * @param zone an IANA name that `isZone` accepts.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-cron-and-rate-expressions.html
 */
export function* starts(
  schedule: WindowSchedule,
  zone: string,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Generator<Temporal.Instant, void> {
  for (const start of startMillis(schedule, zone, from.epochMilliseconds, to.epochMilliseconds)) {
    yield Temporal.Instant.fromEpochMilliseconds(start);
  }
}
