import type { InstallWindow } from "../install-windows";
import { placesOf, sortedKeys, type Place } from "../places";
import { standingWindows } from "../restart-windows";
import type { Fleet } from "../schema/fleet-file";
import type { Group } from "../schema/group";

/** What a fleet has in one account and region, as far as AWS's limits count it. */
export interface Here {
  readonly place: Place;
  readonly groups: readonly (readonly [string, Group])[];
  /** The windows that open here, each with only those of its groups that have servers here. */
  readonly windows: readonly InstallWindow[];
}

/** Every account and region of a fleet that has groups, with its groups and windows. */
export function everywhere(fleet: Fleet): Here[] {
  const windows = standingWindows(fleet);
  const groupsOf = new Map<string, [string, Group][]>();
  for (const name of sortedKeys(fleet.groups)) {
    const group = fleet.groups[name];
    for (const place of group ? placesOf(fleet, group) : []) {
      const key = JSON.stringify([place.account, place.region]);
      const groups = groupsOf.get(key) ?? [];
      groupsOf.set(key, groups);
      if (group) groups.push([name, group]);
    }
  }
  return sortedKeys(fleet.accounts).flatMap((account) =>
    (fleet.accounts[account]?.regions ?? []).flatMap((region): Here[] => {
      const groups = groupsOf.get(JSON.stringify([account, region])) ?? [];
      if (groups.length === 0) return [];
      const here = new Set(groups.map(([name]) => name));
      return [
        {
          place: { account, region },
          groups,
          windows: windows.flatMap((window) => {
            const own = window.groups.filter((name) => here.has(name));
            return own.length > 0 ? [{ ...window, groups: own }] : [];
          }),
        },
      ];
    }),
  );
}
