import { windowsOfRing, type InstallWindow } from "./install-windows";
import { restartWindowsOfRing } from "./restart-windows";
import { changeCalendar } from "./schedule/change-calendar";
import { closedEvents } from "./schedule/closed-events";
import type { Parsed } from "./schedule/finding";
import type { Freeze } from "./schedule/freeze";
import { parseFreeze } from "./schedule/parse-freeze";
import type { RingOrder, RingWindow } from "./schedule/ring";
import { parseWindowSchedule } from "./schedule/window-schedule";
import { isZone } from "./schedule/zone";
import type { Fleet } from "./schema/fleet-file";
import type { FreezeEntry } from "./schema/freeze";
import type { Ring } from "./schema/ring";

/** The windows as their order needs them; one that cannot be read is left out. */
function toRingWindows(windows: readonly InstallWindow[]): RingWindow[] {
  return windows.flatMap((window) => {
    const schedule = parseWindowSchedule(window.install);
    return schedule.ok && isZone(window.zone)
      ? [{ key: window.key, schedule: schedule.value, zone: window.zone, durationHours: window.duration }]
      : [];
  });
}

function freezesOf(fleet: Fleet, ring: Ring): readonly FreezeEntry[] {
  return fleet.freezes.filter((freeze) => freeze.rings?.includes(ring.name) ?? true);
}

function readFreezes(freezes: readonly FreezeEntry[]): Freeze[] {
  return freezes.flatMap((entry) => {
    const freeze = parseFreeze(entry);
    return freeze.ok ? [freeze.value] : [];
  });
}

function orderOf(fleet: Fleet, ring: Ring): RingOrder {
  return {
    name: ring.name,
    ...(ring.after === undefined ? {} : { after: ring.after }),
    soakHours: ring.soak ?? 0,
    windows: toRingWindows(windowsOfRing(fleet, ring)),
    freezes: readFreezes(freezesOf(fleet, ring)),
    restarts: toRingWindows(restartWindowsOfRing(fleet, ring)),
  };
}

/**
 * A ring as urgent approvals see it: only freezes that refuse them, and no ring before it. Null where no freeze of the ring lets urgent
 * work through: then urgent approvals wait like others.
 */
export function urgentOrder(fleet: Fleet, ring: Ring): RingOrder | null {
  const freezes = freezesOf(fleet, ring);
  const refused = freezes.filter(({ urgent }) => urgent === "refused");
  if (refused.length === freezes.length) return null;
  const { after: _after, ...order } = orderOf(fleet, ring);
  return { ...order, freezes: readFreezes(refused) };
}

/**
 * The rings of a fleet as their order needs them, in the order of the file. What cannot be read is left out: the check
 * reports it, and nothing is decided before the check.
 */
export function ringOrders(fleet: Fleet): RingOrder[] {
  return fleet.rings.map((ring) => orderOf(fleet, ring));
}

/** The change calendar that holds a ring's urgent approvals, as iCalendar text: in the freezes that refuse them. */
export function urgentCalendarText(order: RingOrder): Parsed<string> {
  const description = `When ring ${order.name} installs nothing, however urgent`;
  return changeCalendar({ description, events: closedEvents(order, [order]) });
}

/** The change calendar that holds a ring in its freezes and behind the ring before, as iCalendar text; refused above 64 KB. */
export function calendarText(order: RingOrder, orders: readonly RingOrder[]): Parsed<string> {
  return changeCalendar({ description: `When ring ${order.name} installs nothing`, events: closedEvents(order, orders) });
}
