import { systemsOfGroup } from "../baseline-system";
import { isProduction, isSensitive, placesOf, sortedKeys, type Place } from "../places";
import type { Fleet } from "../schema/fleet-file";
import type { Group } from "../schema/group";
import type { System } from "../systems";

/** A patch group as everyone beside the stacks needs it: policy, coverage, people. */
export interface GroupPlan {
  readonly name: string;
  /** The tag value on its servers. */
  readonly tag: string;
  readonly ring: string;
  readonly systems: readonly System[];
  readonly production: boolean;
  /** Its review is required: it installs from an approval only. */
  readonly sensitive: boolean;
  readonly places: readonly Place[];
  /** After how many hours a server's restart is late. */
  readonly pendingReboot: number;
  /** How many servers are expected, as far as the file says. */
  readonly counts: readonly ServerCount[];
}

/** How many servers of a group are expected: in a place, in an account (`region` is null), or in all (both are null). */
export interface ServerCount {
  readonly account: string | null;
  readonly region: string | null;
  readonly servers: number;
}

function countsOf({ servers }: Group, places: readonly Place[]): ServerCount[] {
  if (servers === undefined) return [];
  const only = places.length === 1 ? places[0] : undefined;
  if (typeof servers === "number") return [{ account: only?.account ?? null, region: only?.region ?? null, servers }];
  return sortedKeys(servers).flatMap((account): ServerCount[] => {
    const here = servers[account] ?? {};
    if (typeof here !== "number") return sortedKeys(here).map((region) => ({ account, region, servers: here[region] ?? 0 }));
    const regions = places.filter((place) => place.account === account).map(({ region }) => region);
    return [{ account, region: regions.length === 1 ? (regions[0] ?? null) : null, servers: here }];
  });
}

/** Every group of a fleet, sorted by name. */
export function planGroups(fleet: Fleet): GroupPlan[] {
  return sortedKeys(fleet.groups).flatMap((name) => {
    const group = fleet.groups[name];
    if (!group) return [];
    const places = placesOf(fleet, group);
    return [
      {
        name,
        tag: group.tag ?? name,
        ring: group.ring,
        systems: systemsOfGroup(fleet, group).toSorted(),
        production: isProduction(fleet, group),
        sensitive: isSensitive(group),
        places,
        pendingReboot: group.pendingReboot,
        counts: countsOf(group, places),
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
