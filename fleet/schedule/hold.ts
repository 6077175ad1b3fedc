import type { Freeze } from "./freeze";
import type { Guard } from "./guard";
import { guardedAt, guardsOf } from "./guard";
import type { RingOrder, RingWindow } from "./ring";
import { hourMillis } from "./ring";
import { latestStart } from "./starts";

/** Why a run of a ring at some instant is held. Times in milliseconds since 1970. */
export type Hold =
  | { readonly by: "freeze"; readonly freeze: Freeze; readonly until: number }
  | { readonly by: "unknown-ring"; readonly ring: string }
  | { readonly by: "no-run-before"; readonly ring: string; readonly window: RingWindow }
  | {
      readonly by: "ring-before";
      readonly ring: string;
      readonly window: RingWindow;
      readonly start: number;
      readonly why: Hold;
    };

interface RingState {
  readonly ring: RingOrder;
  readonly guards: readonly Guard[];
  readonly before: RingState | null;
  readonly order: Map<number, Hold | null>;
}

/** Answers for every ring and instant whether a run that starts then is held; null when it may install. */
export interface Holds {
  /** The first reason: a freeze, then the ring before. */
  at(ring: string, start: number): Hold | null;
  /** What a freeze of the ring itself says. */
  byFreeze(ring: string, start: number): Hold | null;
  /** What the order of the rings says. */
  byOrder(ring: string, start: number): Hold | null;
}

function freezeHold(state: RingState, start: number): Hold | null {
  for (const guard of state.guards) {
    const period = guardedAt(guard, start);
    if (period !== null) return { by: "freeze", freeze: guard.freeze, until: period.to };
  }
  return null;
}

function waitFor(before: RingState, window: RingWindow, ready: number): Hold | null {
  const { name } = before.ring;
  const start = latestStart(window.schedule, window.zone, ready - window.durationHours * hourMillis);
  if (start === null) return { by: "no-run-before", ring: name, window };
  const why = holdAt(before, start);
  return why === null ? null : { by: "ring-before", ring: name, window, start, why };
}

function orderHold(state: RingState, start: number): Hold | null {
  const known = state.order.get(start);
  if (known !== undefined) return known;
  const { after, soakHours } = state.ring;
  let hold: Hold | null = after !== undefined && state.before === null ? { by: "unknown-ring", ring: after } : null;
  for (const window of state.before?.ring.windows ?? []) {
    if (hold === null && state.before !== null) hold = waitFor(state.before, window, start - soakHours * hourMillis);
  }
  state.order.set(start, hold);
  return hold;
}

function holdAt(state: RingState, start: number): Hold | null {
  return freezeHold(state, start) ?? orderHold(state, start);
}

/** The states along a chain of rings; a ring that is its own predecessor has none before it. */
function stateOf(
  rings: readonly RingOrder[],
  ring: RingOrder,
  states: Map<string, RingState>,
  below: readonly string[],
): RingState {
  const known = states.get(ring.name);
  if (known !== undefined) return known;
  const before = rings.find((each) => each.name === ring.after && each.name !== ring.name && !below.includes(each.name));
  const state: RingState = {
    ring,
    guards: guardsOf(ring),
    before: before === undefined ? null : stateOf(rings, before, states, [...below, ring.name]),
    order: new Map(),
  };
  states.set(ring.name, state);
  return state;
}

/**
 * Decides for every run of some rings whether it is held.
 *
 * - By a freeze: when it would start in the freeze or so shortly before that the ring's longest window reaches into it.
 * - By order: when, for any window of the ring before, the latest scheduled run that ended `soakHours` before this one starts does
 *   not exist or was itself held. Schedules reach back without a beginning, except where they name years or a single time.
 *
 * A ring whose predecessor is unknown, or leads back to itself, is held.
 */
export function holdsOf(rings: readonly RingOrder[]): Holds {
  const states = new Map<string, RingState>();
  for (const ring of rings) stateOf(rings, ring, states, []);
  const ask = (judge: (state: RingState, start: number) => Hold | null) => (ring: string, start: number) => {
    const state = states.get(ring);
    return state === undefined ? { by: "unknown-ring" as const, ring } : judge(state, start);
  };
  return { at: ask(holdAt), byFreeze: ask(freezeHold), byOrder: ask(orderHold) };
}
