import { RequestError } from "../evidence/report/request";
import type { Plan } from "../fleet/plan";
import type { ApprovedHours } from "../fleet/plan/approved-hours";
import type { GroupPlan } from "../fleet/plan/group";
import type { WindowTimePlan } from "../fleet/plan/ring";
import { alone } from "../fleet/schedule/alone";
import { describeHold } from "../fleet/schedule/describe-hold";
import { holdsOf, type Hold } from "../fleet/schedule/hold";
import { rfc3339 } from "../fleet/schedule/rfc3339";
import { hourMillis, type RingOrder } from "../fleet/schedule/ring";
import { startMillis } from "../fleet/schedule/starts";

const day = 24 * hourMillis;

/** The one window that a draft asks for. Instants are RFC 3339 in UTC, to the second. */
export interface ReviewWindow {
  readonly at: string;
  readonly ends: string;
  readonly expires: string;
  readonly durationHours: number;
  readonly cutoffHours: number;
}

/** How far ahead a free start is looked for: a ring that runs once a quarter still has one. */
const FAR = 366 * day;
/** A person has to read the packet, another to merge it, and the window needs an hour's lead. */
const LEAD = { usual: day, urgent: 4 * hourMillis };
/** An approval's own lead. */
const LEAST_LEAD = hourMillis;

/** The rings as a run of one of them is judged: urgent work crosses the freezes that allow it, and waits for no other ring. */
function ordersOf(plan: Plan, ring: string, urgent: boolean): RingOrder[] {
  const crossing = urgent ? plan.rings.find(({ name }) => name === ring)?.urgentOrder : null;
  return crossing ? [crossing] : plan.rings.map(({ order }) => order);
}

/** Why a run of a ring that starts at an instant would be held; null when it may run. */
function heldAt(plan: Plan, ring: string, urgent: boolean, durationHours: number): (at: number) => Hold | null {
  const orders = ordersOf(plan, ring, urgent);
  const holds = holdsOf(orders);
  const own = orders.find(({ name }) => name === ring);
  return (at) => holds.at(ring, at) ?? (own ? holdsOf([alone(own, { key: ring, at, durationHours })]).byFreeze(ring, at) : null);
}

function made(at: number, time: ApprovedHours): ReviewWindow {
  const ends = at + time.durationHours * hourMillis;
  const { durationHours, cutoffHours } = time;
  return { at: rfc3339(at), ends: rfc3339(ends), expires: rfc3339(ends + day), durationHours, cutoffHours };
}

/** A start of a standing window. */
export interface FreeStart {
  readonly at: number;
  readonly window: WindowTimePlan;
}

/**
 * The first start of any of a ring's windows from an instant on that nothing holds; null when there is none. `hours` is how long
 * what begins then takes, where that is not the window's own length.
 */
export function nextFreeStart(plan: Plan, ring: string, from: number, hours?: number): FreeStart | null {
  const found = plan.rings.find(({ name }) => name === ring);
  const free = (found?.windows ?? []).flatMap((window): FreeStart[] => {
    const schedule = found?.order.windows.find(({ key }) => key === window.key);
    if (schedule === undefined) return [];
    const held = heldAt(plan, ring, false, hours ?? window.durationHours);
    for (const at of startMillis(schedule.schedule, schedule.zone, from, from + FAR))
      if (held(at) === null) return [{ at, window }];
    return [];
  });
  return free.toSorted((one, other) => one.at - other.at)[0] ?? null;
}

/** The next whole hour that no freeze holds. */
function nextFreeHour(from: number, held: (at: number) => Hold | null): number | null {
  for (let at = Math.ceil(from / hourMillis) * hourMillis; at < from + FAR; at += hourMillis) if (held(at) === null) return at;
  return null;
}

/**
 * The window of a draft: as asked, or the next start of the group's ring a day or more ahead that nothing holds; for urgent work
 * the next free hour. Fails with one line where there is none, or where the one asked for would be held.
 */
export function windowFor(
  plan: Plan,
  { name, ring, approvedHours: hours }: Pick<GroupPlan, "name" | "ring" | "approvedHours">,
  { asOf, urgent, asked }: { readonly asOf: string; readonly urgent: boolean; readonly asked: string | undefined },
): ReviewWindow {
  const now = Date.parse(asOf);
  const held = heldAt(plan, ring, urgent, hours.durationHours);
  if (asked !== undefined) {
    const at = Date.parse(asked);
    if (at < now + LEAST_LEAD)
      throw new RequestError(
        `--window ${asked} is not an hour after ${asOf}: an approval needs an hour's lead, name a later one`,
      );
    const hold = held(at);
    if (hold !== null) throw new RequestError(`--window ${asked} would be held: ${describeHold(hold)}; name another`);
    return made(at, hours);
  }
  if (urgent) {
    const at = nextFreeHour(now + LEAD.urgent, held);
    if (at !== null) return made(at, hours);
  } else {
    const next = nextFreeStart(plan, ring, now + LEAD.usual, hours.durationHours);
    if (next !== null) return made(next.at, hours);
  }
  throw new RequestError(`ring ${ring} of ${name} has no free start within a year after ${asOf}: name a window with --window`);
}
