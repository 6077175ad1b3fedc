import type { Fleet } from "../schema/fleet-file";
import type { ApprovalPlan } from "./approval";

/** The change calendar of one ring, or the one that its urgent approvals ask. */
export interface CalendarPlan {
  /** Part of logical names: the ring's name, with `-urgent` for urgent approvals. */
  readonly key: string;
  readonly ring: string;
  readonly name: string;
  /** iCalendar text. */
  readonly text: string;
}

/** Whether a freeze of a ring lets urgent approvals through. */
export function allowsUrgent(fleet: Fleet, ring: string): boolean {
  return fleet.freezes.some((freeze) => freeze.urgent === "allowed" && (freeze.rings?.includes(ring) ?? true));
}

/** Whether an approval asks its ring's calendar for urgent work. */
export function asksUrgentCalendar(fleet: Fleet, { urgent, ring }: ApprovalPlan): boolean {
  return urgent && allowsUrgent(fleet, ring);
}
