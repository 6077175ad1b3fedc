import { windowsOfRing } from "./install-windows";
import { changeCalendar } from "./schedule/change-calendar";
import { closedEvents } from "./schedule/closed-events";
import type { Parsed } from "./schedule/finding";
import { parseFreeze } from "./schedule/parse-freeze";
import type { RingOrder } from "./schedule/ring";
import { parseWindowSchedule } from "./schedule/window-schedule";
import { isZone } from "./schedule/zone";
import type { Fleet } from "./schema/fleet-file";
import type { Ring } from "./schema/ring";

function orderOf(fleet: Fleet, ring: Ring): RingOrder {
  return {
    name: ring.name,
    ...(ring.after === undefined ? {} : { after: ring.after }),
    soakHours: ring.soak ?? 0,
    windows: windowsOfRing(fleet, ring).flatMap((window) => {
      const schedule = parseWindowSchedule(window.install);
      return schedule.ok && isZone(window.zone)
        ? [{ key: window.key, schedule: schedule.value, zone: window.zone, durationHours: window.duration }]
        : [];
    }),
    freezes: fleet.freezes
      .filter((freeze) => freeze.rings?.includes(ring.name) ?? true)
      .flatMap((entry) => {
        const freeze = parseFreeze(entry);
        return freeze.ok ? [freeze.value] : [];
      }),
  };
}

/**
 * The rings of a fleet as their order needs them, in the order of the file. What cannot be read is left out: the check
 * reports it, and nothing is decided before the check.
 */
export function ringOrders(fleet: Fleet): RingOrder[] {
  return fleet.rings.map((ring) => orderOf(fleet, ring));
}

/** The change calendar that holds a ring in its freezes and behind the ring before, as iCalendar text; refused above 64 KB. */
export function calendarText(order: RingOrder, orders: readonly RingOrder[]): Parsed<string> {
  return changeCalendar({ description: `When ring ${order.name} installs nothing`, events: closedEvents(order, orders) });
}
