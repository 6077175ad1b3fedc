import { installWindows, type InstallWindow } from "./install-windows";
import { sortedKeys } from "./places";
import type { Fleet } from "./schema/fleet-file";
import type { Ring } from "./schema/ring";

/** The standing restart windows of a ring's groups: windows as others are, in which servers restart that wait for it. */
export function restartWindowsOfRing(fleet: Fleet, ring: Ring): InstallWindow[] {
  return sortedKeys(fleet.groups).flatMap((name): InstallWindow[] => {
    const group = fleet.groups[name];
    if (group?.rebootWindow === undefined || group.ring !== ring.name) return [];
    const { at, zone, duration, cutoff } = group.rebootWindow;
    return [
      {
        key: `restart-${name}`,
        ring: ring.name,
        own: name,
        install: at,
        zone: zone ?? ring.zone,
        duration: duration ?? ring.duration,
        cutoff: cutoff ?? ring.cutoff,
        groups: [name],
      },
    ];
  });
}

/** Every standing restart window of the fleet, in the order of the rings. */
export function restartWindows(fleet: Fleet): InstallWindow[] {
  return fleet.rings.flatMap((ring) => restartWindowsOfRing(fleet, ring));
}

/** Every window that opens again and again: those that install, then those that restart. */
export function standingWindows(fleet: Fleet): InstallWindow[] {
  return [...installWindows(fleet), ...restartWindows(fleet)];
}
