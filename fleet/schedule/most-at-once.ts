import { Temporal } from "temporal-polyfill";
import { judgedYears } from "./judged-years";
import type { RingWindow } from "./ring";
import { hourMillis } from "./ring";
import { startMillis } from "./starts";

/** The busiest moment of some windows. */
export interface MostAtOnce {
  readonly count: number;
  /** When the most are open first; null when none ever is. */
  readonly at: Temporal.Instant | null;
  /** The keys of the windows that are open then, in their order. */
  readonly windows: readonly string[];
}

const second = 1000;
const known = new Map<string, readonly number[]>();

/** All starts of a window in the judged years, kept once computed: the windows of a ring are the same in every account and region. */
function judgedStarts({ schedule, zone }: RingWindow): readonly number[] {
  const key = `${schedule.expression} ${schedule.kind === "cron" ? `${schedule.offsetDays} ${schedule.utc}` : ""} ${zone}`;
  const from = schedule.kind === "at" ? 0 : judgedYears.from;
  const starts = known.get(key) ?? [...startMillis(schedule, zone, from, judgedYears.to)];
  known.set(key, starts);
  return starts;
}

/**
 * All starts in order, each with the place of its window, packed into one number that sorts as the start does: fifty daily windows have
 * half a million starts in 28 years.
 */
function packedStarts(windows: readonly RingWindow[]): Float64Array {
  const packed: number[] = [];
  windows.forEach((window, place) => {
    for (const start of judgedStarts(window)) packed.push((start / second) * windows.length + place);
  });
  return Float64Array.from(packed).toSorted();
}

/**
 * The most windows of one account and region that are open at the same time, when first, and which. AWS runs five at once.
 *
 * Looks at 28 years from 2026, in which weekdays, leap years and the clocks' rules come round, so it is exact, not an estimate.
 * A window that closes when another opens does not count with it.
 * @see https://docs.aws.amazon.com/general/latest/gr/ssm.html
 */
export function mostAtOnce(windows: readonly RingWindow[]): MostAtOnce {
  const closes = windows.map(() => -Infinity);
  let most: readonly number[] = [];
  let at: number | null = null;
  let open: number[] = [];
  for (const packed of packedStarts(windows)) {
    const place = packed % windows.length;
    const start = ((packed - place) / windows.length) * second;
    // A window that outlasts its own next start is still one window.
    open = open.filter((each) => each !== place && (closes[each] ?? 0) > start);
    open.push(place);
    closes[place] = start + (windows[place]?.durationHours ?? 0) * hourMillis;
    if (open.length > most.length) {
      most = [...open];
      at = start;
    }
  }
  return {
    count: most.length,
    at: at === null ? null : Temporal.Instant.fromEpochMilliseconds(at),
    windows: windows.filter((_, place) => most.includes(place)).map((window) => window.key),
  };
}
