import { Temporal } from "temporal-polyfill";
import type { ClosedEvent } from "./closed-event";
import { describeFreeze } from "./freeze";
import { onceBegin, onceEnd } from "./freeze-periods";
import type { Guard } from "./guard";
import { guardsOf } from "./guard";
import { holdsOf } from "./hold";
import { recurringEvents } from "./recurring-events";
import type { RingOrder } from "./ring";
import { hourMillis } from "./ring";
import { ringStarts } from "./ring-runs";
import { startMillis } from "./starts";

// A window that has not come again by then never does, or in no time that matters.
const lookAhead = 28 * 366 * 24 * hourMillis;

function instant(millis: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(millis);
}

function freezeEvents(guard: Guard): readonly ClosedEvent[] {
  const { freeze, lead } = guard;
  if (freeze.kind !== "once") return recurringEvents(freeze, lead, "freeze");
  const summary = `freeze ${freeze.name}: ${describeFreeze(freeze)}`;
  return [{ kind: "once", summary, from: instant(onceBegin(freeze) - lead), to: instant(onceEnd(freeze)) }];
}

/** The rings before one, nearest first. */
function ringsBefore(ring: RingOrder, rings: readonly RingOrder[]): readonly RingOrder[] {
  const chain: RingOrder[] = [ring];
  for (;;) {
    const before = rings.find((each) => each.name === chain.at(-1)?.after);
    if (before === undefined || chain.includes(before)) return chain.slice(1);
    chain.push(before);
  }
}

/** From when on a ring's order is as if there were no freezes that happen once, given when that is so for the ring before. */
function settledAfter(ring: RingOrder, before: RingOrder, settled: number): number {
  const farthest = settled + lookAhead;
  return Math.max(
    ...before.windows.map(({ schedule, zone, durationHours }) => {
      const { value } = startMillis(schedule, zone, settled, farthest).next();
      return value === undefined ? farthest : value + (durationHours + ring.soakHours) * hourMillis;
    }),
    settled,
  );
}

/** The time in which freezes of the rings before, each of which happens once, can hold runs of a ring; null when there are none. */
function unsettled(ring: RingOrder, rings: readonly RingOrder[]): { readonly from: number; readonly to: number } | null {
  const chain = ringsBefore(ring, rings);
  const guards = chain.flatMap((each) => guardsOf(each));
  const begins = guards.flatMap(({ freeze, lead }) => (freeze.kind === "once" ? [onceBegin(freeze) - lead] : []));
  if (begins.length === 0) return null;
  let settled = Math.min(...begins);
  const order = [ring, ...chain];
  for (let place = order.length - 1; place > 0; place -= 1) {
    const [follower, before] = [order[place - 1], order[place]];
    if (follower === undefined || before === undefined) continue;
    const ends = before.freezes.flatMap((freeze) => (freeze.kind === "once" ? [onceEnd(freeze)] : []));
    settled = settledAfter(follower, before, Math.max(settled, ...ends));
  }
  return { from: Math.min(...begins), to: settled };
}

/** One event for each stretch of runs that only the order holds, from the first one's start to the last one's end or the next free run. */
function orderEvents(ring: RingOrder, rings: readonly RingOrder[]): readonly ClosedEvent[] {
  const span = unsettled(ring, rings);
  if (span === null) return [];
  const holds = holdsOf(rings);
  const stretches: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | null = null;
  const close = (free: number) => {
    if (open !== null) stretches.push({ from: open.from, to: Math.min(open.to, free) });
    open = null;
  };
  for (const { start, window } of ringStarts(ring, span.from, span.to + 7 * 24 * hourMillis)) {
    const end = start + window.durationHours * hourMillis;
    if (holds.at(ring.name, start) === null) close(start);
    else if (start < span.to && holds.byFreeze(ring.name, start) === null)
      open = open === null ? { from: start, to: end } : { from: open.from, to: Math.max(open.to, end) };
  }
  close(Infinity);
  return stretches.map(({ from, to }) => ({
    kind: "once",
    summary: `waits for ring ${ring.after}`,
    from: instant(from),
    to: instant(to),
  }));
}

/**
 * The times in which a ring's change calendar is closed, so that a gate that asks when a run starts hears CLOSED exactly for the runs
 * that are held. The same fleet gives the same events whatever the date.
 *
 * - each freeze of the ring, beginning earlier by the ring's longest window, so that nothing is installing when it begins;
 * - each run that only the order of the rings holds because of a freeze that happens once, here or in any ring before.
 *
 * Runs that recurring freezes hold by order come again for ever and are not among them: `orderViolation` tells of those.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-change-calendar.html
 */
export function closedEvents(ring: RingOrder, rings: readonly RingOrder[]): readonly ClosedEvent[] {
  return [...guardsOf(ring).flatMap(freezeEvents), ...orderEvents(ring, rings)];
}
