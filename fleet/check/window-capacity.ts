import { installWindows, type InstallWindow } from "../install-windows";
import { placesOf, serversIn, type Place } from "../places";
import { capacityIn } from "../plan/group-run";
import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import { placed } from "./placed";

interface Load {
  readonly place: Place;
  readonly servers: number | null;
}

/** Where a group has the most servers: what fits there fits everywhere. */
export function heaviest(fleet: Fleet, name: string): Load | undefined {
  const group = fleet.groups[name];
  const loads = group ? placesOf(fleet, group).map((place) => ({ place, servers: serversIn(group, place) })) : [];
  return loads.toSorted((one, other) => (other.servers ?? -1) - (one.servers ?? -1))[0];
}

function judge(fleet: Fleet, window: InstallWindow, name: string): Finding[] {
  const group = fleet.groups[name];
  const load = heaviest(fleet, name);
  const nobody = group && ("count" in group.concurrency ? group.concurrency.count : group.concurrency.percent) === 0;
  if (!group || !load || nobody) return [];
  const { place, servers } = load;
  const where = servers === null ? "" : `, for ${servers} servers in ${place.account} ${place.region}`;
  const findings = capacityIn(fleet, window, group, place).findings.map((finding) => ({
    ...finding,
    got: `${finding.got}${where}`,
  }));
  return placed(["groups", name, servers === null ? "concurrency" : "servers"], findings);
}

/** Windows that close before a group's servers can all be done. Without a count, a share of the servers still tells the waves. */
export function windowCapacity(fleet: Fleet): Finding[] {
  return installWindows(fleet)
    .filter((window) => window.duration >= 1 && window.duration <= 24 && window.cutoff < window.duration)
    .flatMap((window) => window.groups.flatMap((name) => judge(fleet, window, name)));
}
