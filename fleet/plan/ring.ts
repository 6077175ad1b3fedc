import { NO_CHANGES, type Changes } from "../changes";
import { windowsOfRing, type InstallWindow } from "../install-windows";
import { proofOf, type Proof } from "../proof";
import { restartWindowsOfRing } from "../restart-windows";
import { calendarText, ringOrders, urgentCalendarText, urgentOrder } from "../ring-orders";
import { describeSchedule } from "../schedule/describe-schedule";
import type { RingOrder } from "../schedule/ring";
import { parseWindowSchedule } from "../schedule/window-schedule";
import type { Fleet } from "../schema/fleet-file";
import type { Health, Ring } from "../schema/ring";
import { homeOf } from "./central";
import { holdOf, releaseOf, type ReleasePlan } from "./release";

/** When a window of a ring is open. */
export interface WindowTimePlan {
  /** The ring's name, or ring and group for a group's own window. */
  readonly key: string;
  /** The groups that install in it. */
  readonly groups: readonly string[];
  /** In AWS's grammar, such as `cron(0 3 ? * SUN *)`. */
  readonly expression: string;
  /** Days added after the scheduled day, 0 to 6. */
  readonly offsetDays: number;
  /** The IANA zone of the schedule; null for `at(…)`, which is UTC. */
  readonly zone: string | null;
  /** The schedule said back in words. */
  readonly words: string;
  /** The words as far as a window's description holds them: 128 characters. */
  readonly description: string;
  readonly durationHours: number;
  readonly cutoffHours: number;
  /** When a window that opens once ends (RFC 3339 in UTC); null for a standing one. */
  readonly endsAt: string | null;
}

/** A ring, decided: its windows, its release, and the calendar that holds it in freezes and behind the ring before. */
export interface RingPlan {
  readonly name: string;
  readonly after: string | null;
  readonly soakHours: number;
  /** How the ring before is proved; null for a first ring. */
  readonly prove: Proof | null;
  /** When the ring before counts as healthy; null where evidence does not prove it. */
  readonly health: Health | null;
  /** `exact`: it installs nothing but the manifest of its release. */
  readonly promote: "exact" | "none";
  /** Why people hold it, or a ring before it; null when nobody does. */
  readonly held: string | null;
  readonly windows: readonly WindowTimePlan[];
  /** Its groups' standing restart windows. */
  readonly restarts: readonly WindowTimePlan[];
  /** What decides when it runs: schedules, freezes, and the ring before. */
  readonly order: RingOrder;
  readonly release: ReleasePlan;
  /** The change calendar, iCalendar text. */
  readonly calendar: string;
  /** The same for urgent approvals: only freezes that refuse them, and no ring before; null where no freeze lets them through. */
  readonly urgentOrder: RingOrder | null;
  /** The change calendar that urgent approvals ask; null where no freeze lets them through. */
  readonly urgentCalendar: string | null;
}

/** @see CreateMaintenanceWindow, Description */
const LONGEST_DESCRIPTION = 128;

/** An install window as it will be opened; none where its schedule says nothing, which the check reports. */
export function planWindow(window: InstallWindow): WindowTimePlan[] {
  const parsed = parseWindowSchedule(window.install);
  if (!parsed.ok) return [];
  const schedule = parsed.value;
  const words = describeSchedule(schedule, window.zone);
  return [
    {
      key: window.key,
      groups: window.groups,
      expression: schedule.expression,
      offsetDays: schedule.kind === "cron" ? schedule.offsetDays : 0,
      zone: schedule.kind === "cron" ? window.zone : null,
      words,
      description: words.length > LONGEST_DESCRIPTION ? `${words.slice(0, LONGEST_DESCRIPTION - 3)}...` : words,
      durationHours: window.duration,
      cutoffHours: window.cutoff,
      endsAt: null,
    },
  ];
}

/** Enough for a server or two that is off, and few enough that a broken update stops. */
const HEALTHY: Health = { patched: 95, alarms: [] };

function planRing(fleet: Fleet, changes: Changes, ring: Ring, order: RingOrder, orders: readonly RingOrder[]): RingPlan {
  const calendar = calendarText(order, orders);
  const urgent = urgentOrder(fleet, ring);
  const urgentCalendar = urgent === null ? null : urgentCalendarText(urgent);
  const prove = proofOf(fleet, ring);
  return {
    name: ring.name,
    after: ring.after ?? null,
    soakHours: ring.soak ?? 0,
    prove,
    health: prove === "evidence" ? (ring.health ?? HEALTHY) : null,
    promote: ring.promote,
    held: holdOf(fleet, changes, ring),
    order,
    windows: windowsOfRing(fleet, ring).flatMap(planWindow),
    restarts: restartWindowsOfRing(fleet, ring).flatMap(planWindow),
    release: releaseOf(fleet, changes, ring, homeOf(fleet)),
    calendar: calendar.ok ? calendar.value : "",
    urgentOrder: urgent,
    urgentCalendar: urgentCalendar?.ok === true ? urgentCalendar.value : null,
  };
}

/** Decides every ring, in the order of the file. */
export function planRings(fleet: Fleet, changes: Changes = NO_CHANGES): RingPlan[] {
  const orders = ringOrders(fleet);
  return fleet.rings.flatMap((ring, place) => {
    const order = orders[place];
    return order ? [planRing(fleet, changes, ring, order, orders)] : [];
  });
}
