import { heaviest } from "../check/window-capacity";
import type { Fleet } from "../schema/fleet-file";
import type { Group } from "../schema/group";
import { capacityIn } from "./group-run";

/** How long a window is open, and when it starts no further server, in whole hours. */
export interface ApprovedHours {
  readonly durationHours: number;
  readonly cutoffHours: number;
}

/** The longest window that AWS opens. */
const LONGEST = 24;

/** How long a window of an approval has to be for a group: as its ring's, or as much longer as its servers need. */
export function approvedHours(fleet: Fleet, name: string, group: Group): ApprovedHours {
  const { duration = 4, cutoff = 1 } = fleet.rings.find((ring) => ring.name === group.ring) ?? {};
  const place = heaviest(fleet, name)?.place;
  const longer = Array.from({ length: LONGEST - duration + 1 }, (_, more) => duration + more);
  const enough = place && longer.find((hours) => capacityIn(fleet, { duration: hours, cutoff }, group, place).fits);
  return { durationHours: enough ?? duration, cutoffHours: cutoff };
}
