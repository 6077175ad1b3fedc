import type { Finding } from "../problem";
import { proofOf } from "../proof";
import { ringOrders } from "../ring-orders";
import { orderViolation } from "../schedule/order-violation";
import type { RingOrder } from "../schedule/ring";
import type { Fleet } from "../schema/fleet-file";
import { freezes } from "./freezes";
import { ringAfter } from "./ring-after";
import { ringNames } from "./ring-names";
import { schedules } from "./schedules";
import { windowLengths } from "./window-lengths";
import { zones } from "./zones";

/** What must be right before runs can be told at all. */
const BEFORE = [ringNames, ringAfter, schedules, windowLengths, zones, freezes] as const;

/** A ring whose order is proved by evidence waits for that and not for the calendar. */
function byCalendar(fleet: Fleet, orders: readonly RingOrder[]): RingOrder[] {
  return orders.map((order, place): RingOrder => {
    const { after, ...first } = order;
    const ring = fleet.rings[place];
    const evidence = ring !== undefined && proofOf(fleet, ring) === "evidence";
    return evidence || after === undefined ? first : { ...first, after };
  });
}

/** Recurring freezes that hold one ring and let the next go ahead of it. */
export function ringOrder(fleet: Fleet): Finding[] {
  if (BEFORE.some((check) => check(fleet).length > 0)) return [];
  const orders = byCalendar(fleet, ringOrders(fleet));
  const run = orderViolation(orders);
  if (!run) return [];
  const path = ["rings", fleet.rings.findIndex((ring) => ring.name === run.ring), "after"];
  const got = `a run on ${run.start.toString()} that would come before its turn: ${run.held ?? "held"}`;
  const want = "runs that a recurring freeze never lets overtake the ring before";
  const fix =
    "Write the freeze once, with `from` and `to`; or for this ring write `prove: evidence`, or another schedule or soak.";
  return [{ path, got, want, fix }];
}
