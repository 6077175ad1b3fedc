import { listed } from "../closest";
import { partitionOf } from "../partition";
import { sortedKeys } from "../places";
import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import { repeats } from "./repeats";

function partitions(regions: readonly string[]): string[] {
  return [...new Set(regions.map(partitionOf))];
}

/** A region twice in one account, or regions of several partitions where nothing can reach across. */
export function accountRegions(fleet: Fleet): Finding[] {
  const names = sortedKeys(fleet.accounts);
  const regionsOf = (name: string) => fleet.accounts[name]?.regions ?? [];
  const within = names.flatMap((name): Finding[] => {
    const regions = regionsOf(name);
    const twice = repeats(regions, (region) => region).map((place) => ({
      path: ["accounts", name, "regions", place],
      got: `${regions[place]} once more`,
      want: "each region once",
      fix: "Remove one of the two.",
    }));
    if (partitions(regions).length < 2) return twice;
    const got = `regions of ${listed(partitions(regions))}`;
    const fix = "Give each partition an account of its own: an account's id is good in one partition only.";
    return [...twice, { path: ["accounts", name, "regions"], got, want: "regions of one partition", fix }];
  });
  const pure = names.filter((name) => partitions(regionsOf(name)).length === 1);
  const all = partitions(pure.flatMap(regionsOf));
  if (!fleet.organization || all.length < 2) return within;
  const fix = "Write one fleet file for each partition: an organization and what it shares end at the partition's border.";
  return [...within, { path: ["accounts"], got: `accounts in ${listed(all)}`, want: "accounts of one partition", fix }];
}
