import { judgedYears } from "./judged-years";
import { clockChanges, instantToWall } from "./zone";

const dayMillis = 86_400_000;
const lastYear = new Date(judgedYears.to - 1).getUTCFullYear();
const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

function offset(millis: number): string {
  const minutes = Math.round(Math.abs(millis) / 60_000);
  return `${millis < 0 ? "-" : "+"}${String(Math.floor(minutes / 60)).padStart(2, "0")}${String(minutes % 60).padStart(2, "0")}`;
}

/** A wall clock's time as iCalendar writes it. */
export function wallText(wall: number): string {
  return new Date(wall).toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
}

function weekOfMonth(date: Date): number {
  return Math.ceil(date.getUTCDate() / 7);
}

function isLastWeek(date: Date): boolean {
  return new Date(date.getTime() + 7 * dayMillis).getUTCMonth() !== date.getUTCMonth();
}

/** A yearly rule that gives exactly these wall times, when they are one weekday of one week of a month; null when they are not. */
function ruleOf(walls: readonly number[]): string | null {
  const dates = walls.map((wall) => new Date(wall));
  const [first] = dates;
  if (first === undefined) return null;
  const same = (read: (date: Date) => number | boolean) => dates.every((date) => read(date) === read(first));
  const yearly = dates.every((date, index) => date.getUTCFullYear() === first.getUTCFullYear() + index);
  const lasting = dates.at(-1)?.getUTCFullYear() === lastYear;
  if (!yearly || !lasting || !same((date) => date.getTime() % dayMillis) || !same((date) => date.getUTCDay())) return null;
  const last = dates.every(isLastWeek);
  if (!same((date) => date.getUTCMonth()) || !(last || same(weekOfMonth))) return null;
  const week = last ? -1 : weekOfMonth(first);
  return `RRULE:FREQ=YEARLY;BYMONTH=${first.getUTCMonth() + 1};BYDAY=${week}${weekdays[first.getUTCDay()]}`;
}

function observance(standard: boolean, changes: readonly Change[], before: number, after: number): readonly string[] {
  const kind = standard ? "STANDARD" : "DAYLIGHT";
  const walls = changes.map((change) => change.at + change.before);
  const rule = ruleOf(walls);
  // Some readers take only the first date of a list, and forget the start itself once there is a list.
  const dates = rule === null && walls.length > 1 ? walls.map((wall) => `RDATE:${wallText(wall)}`) : [];
  return [
    `BEGIN:${kind}`,
    `DTSTART:${wallText(walls[0] ?? 0)}`,
    ...(rule === null ? dates : [rule]),
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `END:${kind}`,
  ];
}

/**
 * The lines that define a time zone in a calendar, for readers that do not know it by its name: its clocks from 2026 on, for 28 years
 * where they follow no simple yearly rule.
 */
export function vtimezone(zone: string): readonly string[] {
  const changes = clockChanges(zone, judgedYears.from, judgedYears.to);
  const initial = instantToWall(zone, judgedYears.from) - judgedYears.from;
  const least = Math.min(initial, ...changes.map((change) => change.after));
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.before} ${change.after}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    ...observance(initial === least, [], initial, initial),
    ...[...groups.values()].flatMap((group) => {
      const [{ before, after } = { before: 0, after: 0 }] = group;
      return observance(after === least, group, before, after);
    }),
    "END:VTIMEZONE",
  ];
}
