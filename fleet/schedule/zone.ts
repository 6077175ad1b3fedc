import { Temporal } from "temporal-polyfill";

const dayMillis = 86_400_000;

// The IANA names without a slash. Intl also takes PST, IST, AST and their like, which mean other things to AWS or nothing.
const bare = new Set(
  (
    "UTC UCT GMT GMT0 GMT+0 GMT-0 Greenwich Universal Zulu CET EET MET WET EST MST HST EST5EDT CST6CDT MST7MDT PST8PDT Cuba Egypt Eire GB " +
    "GB-Eire Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya NZ NZ-CHAT Navajo PRC Poland Portugal ROC ROK Singapore Turkey W-SU"
  ).split(" "),
);

/**
 * Whether a name is an IANA time zone that AWS would take, spelled exactly: `Europe/Paris`, `UTC`, `US/Eastern`; not `PST`, not `+01:00`.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/maintenance-windows-schedule-options.html
 */
export function isZone(name: string): boolean {
  if (name.startsWith("SystemV/") || !(name.includes("/") || bare.has(name))) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId === name;
  } catch {
    return false;
  }
}

/** A stretch of time with one offset from UTC, all in milliseconds. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

const known = new Map<string, Map<number, readonly Stretch[]>>();

function stretchesOf(zone: string, year: number): readonly Stretch[] {
  const end = Date.UTC(year + 1, 0, 1) + 3 * dayMillis;
  const begin = Date.UTC(year, 0, 1) - 3 * dayMillis;
  const stretches: Stretch[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(begin).toZonedDateTimeISO(zone);
  while (at.epochMilliseconds < end) {
    const next = at.getTimeZoneTransition("next");
    const until = next === null ? Infinity : next.epochMilliseconds;
    stretches.push({
      from: stretches.length === 0 ? -Infinity : at.epochMilliseconds,
      until,
      offset: at.offsetNanoseconds / 1e6,
    });
    if (next === null) break;
    at = next;
  }
  return stretches;
}

/** A zone's offsets around one year, kept once computed: the runs of a year ask thousands of times. */
function stretches(zone: string, year: number): readonly Stretch[] {
  const years = known.get(zone) ?? new Map<number, readonly Stretch[]>();
  known.set(zone, years);
  const kept = years.get(year) ?? stretchesOf(zone, year);
  years.set(year, kept);
  return kept;
}

function yearOf(millis: number): number {
  return new Date(millis).getUTCFullYear();
}

/** The stretch that decides a wall clock's time, and what the wall showed when the stretch before it ended. */
function stretchAt(zone: string, wall: number): { readonly stretch: Stretch | undefined; readonly before: number } {
  const around = stretches(zone, yearOf(wall));
  const index = around.findIndex((each) => wall < each.until + each.offset);
  const before = around[index - 1];
  return { stretch: around[index], before: before === undefined ? -Infinity : before.until + before.offset };
}

/**
 * When a wall clock in a zone shows a time. `wall` and the answer are milliseconds, the wall's counted as if it were UTC.
 * A time that the clocks jump over means the end of the jump; one that they show twice means the first.
 */
export function wallToInstant(zone: string, wall: number): number {
  const { stretch } = stretchAt(zone, wall);
  return stretch === undefined ? wall : Math.max(wall - stretch.offset, stretch.from);
}

/** Whether a zone left out the whole date of a wall clock's time: Apia had no 30 December 2011. */
export function isDateLeftOut(zone: string, wall: number): boolean {
  const midnight = Math.floor(wall / dayMillis) * dayMillis;
  const { stretch, before } = stretchAt(zone, wall);
  return stretch !== undefined && before <= midnight && stretch.from + stretch.offset >= midnight + dayMillis;
}

/** What a wall clock in a zone shows at an instant, in milliseconds as if the wall were UTC. */
export function instantToWall(zone: string, instant: number): number {
  const stretch = stretches(zone, yearOf(instant)).find((each) => instant < each.until);
  return instant + (stretch?.offset ?? 0);
}

/** The instants between two at which a zone's clocks change, with the offsets before and after, in milliseconds. */
export function clockChanges(
  zone: string,
  from: number,
  to: number,
): readonly { readonly at: number; readonly before: number; readonly after: number }[] {
  const changes: { at: number; before: number; after: number }[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const around = stretches(zone, year);
    around.forEach((stretch, index) => {
      const before = around[index - 1];
      if (before === undefined || yearOf(stretch.from) !== year || stretch.from < from || stretch.from >= to) return;
      changes.push({ at: stretch.from, before: before.offset, after: stretch.offset });
    });
  }
  return changes;
}
