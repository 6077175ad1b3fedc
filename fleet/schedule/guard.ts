import type { Freeze, RecurringFreeze } from "./freeze";
import type { Period } from "./freeze-periods";
import { onceBegin, onceEnd, wallPeriods } from "./freeze-periods";
import { judgedYears } from "./judged-years";
import type { RingOrder } from "./ring";
import { hourMillis, longestHours } from "./ring";
import { clockChanges, instantToWall, wallToInstant } from "./zone";

const dayMillis = 86_400_000;
const quarterMillis = 900_000;
const mostGrace = 600_000;

/**
 * How long after a boundary no run of a ring can start, at most ten minutes, in milliseconds.
 *
 * A run that ends when a freeze begins is free, but its gate asks the calendar a moment after it started. So the calendar closes
 * this much later: every run still meets the answer that is meant for it. All offsets of today's zones are whole quarters of an hour,
 * so the starts' minutes within a quarter decide, whatever the zone; a start moved by the clocks stands on the quarter.
 */
function grace(ring: RingOrder, boundary: number): number {
  if (ring.windows.length === 0) return 0;
  const starts = ring.windows.flatMap(({ schedule }) => {
    if (schedule.kind === "at") return [schedule.at];
    const { minutes, seconds } = schedule.fields;
    return minutes.flatMap((minute) => seconds.map((second) => (minute * 60 + second) * 1000));
  });
  const waits = [0, ...starts].map(
    (start) => (((start - boundary) % quarterMillis) + quarterMillis) % quarterMillis || quarterMillis,
  );
  return Math.min(mostGrace, ...waits);
}

/** How far before a recurring freeze's first midnight, on the wall clock, no run of a ring may begin any more, in milliseconds. */
function wallLead(ring: RingOrder, freeze: RecurringFreeze): number {
  const longest = longestHours(ring) * hourMillis;
  const delay = grace(ring, -longest);
  const changes = clockChanges(freeze.zone, judgedYears.from, judgedYears.to);
  const near = changes.flatMap(({ at }) => [
    ...wallPeriods(freeze, instantToWall(freeze.zone, at), instantToWall(freeze.zone, at) + 3 * dayMillis),
  ]);
  for (let lead = longest; lead <= longest + 4 * hourMillis; lead += hourMillis) {
    const early = near.every((period) => {
      const wall = period.from - lead + delay;
      const begins = wallToInstant(freeze.zone, wall);
      const exists = instantToWall(freeze.zone, begins) === wall;
      return exists && begins <= wallToInstant(freeze.zone, period.from) - longest + delay;
    });
    if (early) return lead - delay;
  }
  return longest + 4 * hourMillis - delay;
}

/** The part of a freeze's time and before it in which no run of one ring may begin. */
export interface Guard {
  readonly freeze: Freeze;
  /** Milliseconds before the freeze's beginning: exact for a freeze that happens once, on the wall clock for one that comes again. */
  readonly lead: number;
}

/**
 * How a ring keeps out of its freezes: no run begins in a freeze or so shortly before it that the ring's longest window would reach
 * into it. Before a recurring freeze the time counts on the wall clock of its zone, as a calendar can say it; where the clocks
 * change in between it is an hour longer rather than too short.
 */
export function guardsOf(ring: RingOrder): readonly Guard[] {
  return ring.freezes.map((freeze) => {
    if (freeze.kind !== "once") return { freeze, lead: wallLead(ring, freeze) };
    const boundary = onceBegin(freeze) - longestHours(ring) * hourMillis;
    return { freeze, lead: onceBegin(freeze) - boundary - grace(ring, boundary) };
  });
}

/** The guarded time that holds an instant, in milliseconds; null when the guard leaves it free. */
export function guardedAt({ freeze, lead }: Guard, at: number): Period | null {
  if (freeze.kind === "once") {
    const period = { from: onceBegin(freeze) - lead, to: onceEnd(freeze) };
    return at >= period.from && at < period.to ? period : null;
  }
  const wall = instantToWall(freeze.zone, at);
  for (const period of wallPeriods(freeze, wall - dayMillis, wall + 4 * dayMillis)) {
    const from = wallToInstant(freeze.zone, period.from - lead);
    const to = wallToInstant(freeze.zone, period.to);
    if (at >= from && at < to) return { from, to };
  }
  return null;
}
