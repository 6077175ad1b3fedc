import { systemsOfGroup } from "../baseline-system";
import { isProduction, isSensitive, placesOf, sortedKeys, type Place } from "../places";
import type { Fleet } from "../schema/fleet-file";
import type { System } from "../systems";
import { approvedHours, type ApprovedHours } from "./approved-hours";
import { serverCounts, type ServerCount } from "./server-counts";

/** A patch group as everyone beside the stacks needs it: policy, coverage, people. */
export interface GroupPlan {
  readonly name: string;
  /** The tag value on its servers. */
  readonly tag: string;
  readonly ring: string;
  /** After how many hours a server's restart is late. */
  readonly pendingReboot: number;
  /** How many servers are expected, as far as the file says. */
  readonly counts: readonly ServerCount[];
  readonly systems: readonly System[];
  readonly production: boolean;
  /** Its review is required: it installs from an approval only. */
  readonly sensitive: boolean;
  /** Who may approve; empty for a group without a review. */
  readonly approvers: readonly string[];
  /** How long the window of an approval has to be for its servers. */
  readonly approvedHours: ApprovedHours;
  readonly places: readonly Place[];
}

/** Every group of a fleet, sorted by name. */
export function planGroups(fleet: Fleet): GroupPlan[] {
  return sortedKeys(fleet.groups).flatMap((name) => {
    const group = fleet.groups[name];
    if (!group) return [];
    return [
      {
        name,
        tag: group.tag ?? name,
        ring: group.ring,
        pendingReboot: group.pendingReboot,
        counts: serverCounts(group, placesOf(fleet, group)),
        systems: systemsOfGroup(fleet, group).toSorted(),
        production: isProduction(fleet, group),
        sensitive: isSensitive(group),
        approvers: group.approvers ?? [],
        approvedHours: approvedHours(fleet, name, group),
        places: placesOf(fleet, group),
      },
    ];
  });
}

/** A rejected patch, with what a baseline itself has no place for. */
export interface RejectionPlan {
  readonly baseline: string;
  readonly patch: string;
  readonly owner: string;
  readonly why: string;
  readonly until: string;
}

/** Every rejected patch of a fleet. */
export function planRejections(fleet: Fleet): RejectionPlan[] {
  return sortedKeys(fleet.baselines).flatMap((baseline) =>
    (fleet.baselines[baseline]?.reject ?? []).map((entry) => ({ baseline, ...entry })),
  );
}

/** A product or system without vendor support that stays on purpose. */
export interface EndedPlan {
  readonly name: string;
  readonly owner: string;
  readonly why: string;
}

/** Every acknowledgement of a fleet, sorted. */
export function planEnded(fleet: Fleet): EndedPlan[] {
  return sortedKeys(fleet.ended).flatMap((name) => {
    const entry = fleet.ended[name];
    return entry ? [{ name, ...entry }] : [];
  });
}
