import type { Finding } from "../problem";
import { calendarText, ringOrders } from "../ring-orders";
import type { Fleet } from "../schema/fleet-file";
import { placed } from "./placed";

/** A ring whose change calendar would be larger than a document can be: it could not hold the ring. */
export function calendarSizes(fleet: Fleet): Finding[] {
  const orders = ringOrders(fleet);
  return orders.flatMap((order, place) => {
    const text = calendarText(order, orders);
    return text.ok ? [] : placed(["rings", place], text.findings);
  });
}
