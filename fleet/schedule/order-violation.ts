import { Temporal } from "temporal-polyfill";
import { describeHold } from "./describe-hold";
import { holdsOf } from "./hold";
import { judgedYears } from "./judged-years";
import type { RingOrder, RingRun } from "./ring";
import { hourMillis } from "./ring";
import { ringStarts } from "./ring-runs";

function withoutOnce(ring: RingOrder): RingOrder {
  return { ...ring, freezes: ring.freezes.filter((freeze) => freeze.kind !== "once") };
}

/** Whether a ring always has a run behind it that was not held: no recurring freeze, no named years, no single run. */
function alwaysRuns(ring: RingOrder): boolean {
  return (
    ring.freezes.length === 0 && ring.windows.every(({ schedule }) => schedule.kind === "cron" && schedule.fields.years === null)
  );
}

function followers(rings: readonly RingOrder[]): readonly RingOrder[] {
  const settled = new Set(rings.filter((ring) => ring.after === undefined && alwaysRuns(ring)).map((ring) => ring.name));
  for (let grown = -1; grown !== settled.size;) {
    grown = settled.size;
    for (const ring of rings) if (ring.after !== undefined && settled.has(ring.after) && alwaysRuns(ring)) settled.add(ring.name);
  }
  return rings.filter((ring) => ring.after !== undefined && !settled.has(ring.after));
}

/**
 * Proves over 28 years from 2026 that recurring freezes alone never hold a ring's run because of the ring before it; gives the first
 * run that they would hold and no freeze of its own would, or null. Weekdays, leap years and the clocks' rules come round in 28 years, so what holds there holds.
 *
 * A change calendar cannot be told of such runs: it is written without knowing the date, and they come again for ever. Such a fleet
 * needs a ring order proved by evidence, a longer soak, or another schedule.
 */
export function orderViolation(rings: readonly RingOrder[]): RingRun | null {
  const lasting = rings.map(withoutOnce);
  const holds = holdsOf(lasting);
  for (const ring of followers(lasting)) {
    const single = ring.windows.some(({ schedule }) => schedule.kind === "at");
    for (const { window, start } of ringStarts(ring, single ? 0 : judgedYears.from, judgedYears.to)) {
      const hold = holds.byOrder(ring.name, start);
      if (hold !== null && holds.byFreeze(ring.name, start) === null) {
        return {
          ring: ring.name,
          window: window.key,
          start: Temporal.Instant.fromEpochMilliseconds(start),
          end: Temporal.Instant.fromEpochMilliseconds(start + window.durationHours * hourMillis),
          held: describeHold(hold),
        };
      }
    }
  }
  return null;
}
