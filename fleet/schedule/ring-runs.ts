import { Temporal } from "temporal-polyfill";
import { describeHold } from "./describe-hold";
import { holdsOf } from "./hold";
import type { RingOrder, RingRun, RingWindow } from "./ring";
import { hourMillis } from "./ring";
import { startMillis } from "./starts";

/** One start of one window of a ring, in milliseconds since 1970. */
export interface RingStart {
  readonly ring: RingOrder;
  readonly window: RingWindow;
  readonly start: number;
}

/** Every start of a ring's windows from one instant up to another, in order of time, then of the windows. */
export function ringStarts(
  ring: RingOrder,
  from: number,
  to: number,
  windows: readonly RingWindow[] = ring.windows,
): RingStart[] {
  return windows
    .flatMap((window) => Array.from(startMillis(window.schedule, window.zone, from, to), (start) => ({ ring, window, start })))
    .toSorted((left, right) => left.start - right.start);
}

/**
 * The runs of all rings that start from one instant (included) to another (not included), in order of time, each with the reason
 * why it is held, if it is. Nothing here knows today's date: the same rings and instants give the same runs.
 * @param operation whether the windows that install are meant, or those in which servers restart
 */
export function ringRuns(
  rings: readonly RingOrder[],
  from: Temporal.Instant,
  to: Temporal.Instant,
  operation: "install" | "restart" = "install",
): RingRun[] {
  const holds = holdsOf(rings);
  const windows = (ring: RingOrder) => (operation === "install" ? ring.windows : (ring.restarts ?? []));
  const starts = rings.flatMap((ring) => ringStarts(ring, from.epochMilliseconds, to.epochMilliseconds, windows(ring)));
  return starts
    .toSorted((left, right) => left.start - right.start)
    .map(({ ring, window, start }) => {
      const hold = holds.at(ring.name, start);
      return {
        ring: ring.name,
        window: window.key,
        start: Temporal.Instant.fromEpochMilliseconds(start),
        end: Temporal.Instant.fromEpochMilliseconds(start + window.durationHours * hourMillis),
        held: hold === null ? null : describeHold(hold),
      };
    });
}
