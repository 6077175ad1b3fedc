import { NAMES } from "../names";
import { groupsIn, isSensitive, type Place } from "../places";
import type { Fleet } from "../schema/fleet-file";
import type { RingPlan } from "./ring";

/** The change calendar of one ring, or the one that its urgent approvals ask. */
export interface CalendarPlan {
  /** Part of logical names: the ring's name, with `-urgent` for urgent approvals. */
  readonly key: string;
  readonly ring: string;
  readonly name: string;
  /** iCalendar text. */
  readonly text: string;
}

/**
 * The calendars of one place: one for each ring that does anything there or may by an approval, whether one lives or not, and one where
 * its groups under review have urgent work.
 */
export function calendarsIn(fleet: Fleet, place: Place, rings: readonly RingPlan[], used: ReadonlySet<string>): CalendarPlan[] {
  const reviewed = new Set(groupsIn(fleet, place).flatMap(([, group]) => (isSensitive(group) ? [group.ring] : [])));
  return rings.flatMap(({ name: ring, calendar, urgentCalendar }) => [
    ...(used.has(ring) || reviewed.has(ring) ? [{ key: ring, ring, name: NAMES.calendar(ring), text: calendar }] : []),
    ...(urgentCalendar !== null && reviewed.has(ring)
      ? [{ key: `${ring}-urgent`, ring, name: NAMES.urgentCalendar(ring), text: urgentCalendar }]
      : []),
  ]);
}
