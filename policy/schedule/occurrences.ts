import type { Schedule } from "./expression";
import { instantOf } from "./zone";

const DAY = 86_400_000;

/** What decides when a window starts. */
export interface Timing {
  readonly schedule: Schedule;
  readonly zone: string;
  /** Days between the day the schedule names and the day of the start. */
  readonly offset: number;
}

/** The starts of a window from one instant (kept) to another (not kept), in milliseconds, in order. A rate has none to tell. */
export function startsBetween(timing: Timing, from: number, to: number): readonly number[] {
  const { schedule, zone, offset } = timing;
  if (schedule.kind === "at") return [instantOf(schedule.wallClock, zone)].filter((start) => start >= from && start < to);
  if (schedule.kind !== "cron") return [];
  const { cron } = schedule;
  const starts: number[] = [];
  // A wall clock is at most a day away from UTC; the named day is `offset` days before the start.
  for (let day = Math.floor(from / DAY) - 1 - offset; day <= Math.floor(to / DAY) + 1 - offset; day++) {
    const date = new Date(day * DAY);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    if (!cron.months.includes(month + 1) || cron.years?.includes(year) === false) continue;
    const daysInMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    if (!cron.day({ dayOfMonth: date.getUTCDate(), weekday: date.getUTCDay() + 1, daysInMonth })) continue;
    for (const hour of cron.hours) {
      for (const minute of cron.minutes) {
        starts.push(instantOf((day + offset) * DAY + hour * 3_600_000 + minute * 60_000, zone));
      }
    }
  }
  return starts.filter((start) => start >= from && start < to).toSorted((a, b) => a - b);
}
