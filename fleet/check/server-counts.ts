import { didYouMean, listed } from "../closest";
import { placesOf, sortedKeys } from "../places";
import type { Finding, Path } from "../problem";
import type { Fleet } from "../schema/fleet-file";

function stray(name: string, known: readonly string[], path: Path, what: string): Finding[] {
  if (known.includes(name)) return [];
  const fix = `${didYouMean(name, known)}Count servers only where the group has them.`;
  return [{ path, got: name, want: known.length > 0 ? `${what}: ${listed(known)}` : what, fix }];
}

/** Counts of servers for accounts and regions in which their group has none. */
export function serverCounts(fleet: Fleet): Finding[] {
  return sortedKeys(fleet.groups).flatMap((name): Finding[] => {
    const group = fleet.groups[name];
    const { servers } = group ?? {};
    if (!group || servers === undefined || typeof servers === "number") return [];
    const places = placesOf(fleet, group);
    const accounts = [...new Set(places.map((place) => place.account))];
    return sortedKeys(servers).flatMap((account) => {
      const path = ["groups", name, "servers", account];
      const unknown = stray(account, accounts, path, "an account of the group");
      const counts = servers[account];
      if (unknown.length > 0 || counts === undefined || typeof counts === "number") return unknown;
      const regions = places.filter((place) => place.account === account).map((place) => place.region);
      return sortedKeys(counts).flatMap((region) => stray(region, regions, [...path, region], "a region of the group there"));
    });
  });
}
