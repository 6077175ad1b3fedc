import { sortedKeys } from "./places";
import type { Fleet } from "./schema/fleet-file";
import type { Group } from "./schema/group";
import type { Ring } from "./schema/ring";

/** A window in which automatic groups install: a ring's, or that of one group with a schedule of its own. */
export interface InstallWindow {
  /** Its logical name: the ring's, or ring and group. */
  readonly key: string;
  readonly ring: string;
  /** The group whose own window this is; null for the ring's. */
  readonly own: string | null;
  /** The schedule as the file has it. */
  readonly install: string;
  readonly zone: string;
  /** Hours. */
  readonly duration: number;
  /** Hours. */
  readonly cutoff: number;
  /** The groups that install in it, sorted. */
  readonly groups: readonly string[];
}

/** Whether a group installs by schedule. A review group has no standing window: it installs from an approval only. */
export function isAutomatic(group: Group): boolean {
  return group.review === "none";
}

/** The install windows of a ring, its own first. A window in which no group installs is left out. */
export function windowsOfRing(fleet: Fleet, ring: Ring): InstallWindow[] {
  const automatic = sortedKeys(fleet.groups).filter((name) => {
    const group = fleet.groups[name];
    return group?.ring === ring.name && isAutomatic(group);
  });
  const shared: InstallWindow = {
    key: ring.name,
    ring: ring.name,
    own: null,
    install: ring.install,
    zone: ring.zone,
    duration: ring.duration,
    cutoff: ring.cutoff,
    groups: automatic.filter((name) => fleet.groups[name]?.install === undefined),
  };
  const own = automatic.flatMap((name): InstallWindow[] => {
    const group = fleet.groups[name];
    if (group?.install === undefined) return [];
    return [
      {
        key: `${ring.name}-${name}`,
        ring: ring.name,
        own: name,
        install: group.install,
        zone: group.zone ?? ring.zone,
        duration: group.duration ?? ring.duration,
        cutoff: group.cutoff ?? ring.cutoff,
        groups: [name],
      },
    ];
  });
  return [shared, ...own].filter((window) => window.groups.length > 0);
}

/** Every install window of the fleet, in the order of the rings. */
export function installWindows(fleet: Fleet): InstallWindow[] {
  return fleet.rings.flatMap((ring) => windowsOfRing(fleet, ring));
}
