import { placesOf, sortedKeys } from "../places";
import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";

/** Two groups that are the same servers: one tag value in one account and region can have one group only. */
export function groupTags(fleet: Fleet): Finding[] {
  const owners = new Map<string, string>();
  return sortedKeys(fleet.groups).flatMap((name): Finding[] => {
    const group = fleet.groups[name];
    if (!group) return [];
    const tag = group.tag ?? name;
    const keys = placesOf(fleet, group).map(({ account, region }) => JSON.stringify([tag, account, region]));
    const other = keys.map((key) => owners.get(key)).find((owner) => owner !== undefined);
    for (const key of keys) if (!owners.has(key)) owners.set(key, name);
    if (other === undefined) return [];
    return [
      {
        path: ["groups", name, "tag"],
        got: `${tag}, the tag of group ${other} in the same account and region`,
        want: "a tag value for each group",
        fix: "Give one of the two another `tag`, or put them in different accounts or regions.",
      },
    ];
  });
}
