import { sortedKeys, type Place } from "../places";
import type { Group } from "../schema/group";

/** How many servers of a group are expected: in a place, in an account (`region` is null), or in all (both are null). */
export interface ServerCount {
  readonly account: string | null;
  readonly region: string | null;
  readonly servers: number;
}

/** The counts of a group's servers, each as narrow as the file says it: a count for all is that of a place when there is only one. */
export function serverCounts({ servers }: Group, places: readonly Place[]): ServerCount[] {
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
