import { didYouMean, listed } from "../closest";
import { accountsOf, placesOf, selectedAccounts, sortedKeys } from "../places";
import type { Finding, Path } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import type { Group } from "../schema/group";
import { repeats } from "./repeats";

function outsideRing(fleet: Fleet, group: Group, path: Path): Finding[] {
  const ring = fleet.rings.find((candidate) => candidate.name === group.ring);
  if (!group.accounts || !ring?.accounts) return [];
  const allowed = selectedAccounts(fleet, ring.accounts);
  const outside = accountsOf(fleet, group).filter((account) => !allowed.includes(account));
  if (outside.length === 0 || allowed.length === 0) return [];
  return [
    {
      path: [...path, "accounts"],
      got: listed(outside),
      want: `accounts of ring ${ring.name}: ${listed(allowed)}`,
      fix: "Select accounts of the group's ring, or remove `accounts` from the ring.",
    },
  ];
}

function regionFindings(fleet: Fleet, group: Group, path: Path): Finding[] {
  const known = [...new Set(accountsOf(fleet, group).flatMap((account) => fleet.accounts[account]?.regions ?? []))].toSorted();
  const regions = group.regions ?? [];
  if (known.length === 0) return [];
  const unknown = regions.flatMap((region, place): Finding[] => {
    if (known.includes(region)) return [];
    const fix = `${didYouMean(region, known)}Name a region of the group's accounts, or add it to one.`;
    return [{ path: [...path, "regions", place], got: region, want: `one of ${listed(known)}`, fix }];
  });
  const twice = repeats(regions, (region) => region).map((place) => ({
    path: [...path, "regions", place],
    got: `${regions[place]} once more`,
    want: "each region once",
    fix: "Remove one of the two.",
  }));
  return [...unknown, ...twice];
}

/** Groups outside the accounts of their ring, in regions that none of their accounts has, or without any account at all. */
export function groupPlaces(fleet: Fleet): Finding[] {
  return sortedKeys(fleet.groups).flatMap((name): Finding[] => {
    const group = fleet.groups[name];
    if (!group) return [];
    const path = ["groups", name];
    const findings = [...outsideRing(fleet, group, path), ...regionFindings(fleet, group, path)];
    const ring = fleet.rings.find((candidate) => candidate.name === group.ring);
    if (findings.length > 0 || placesOf(fleet, group).length > 0 || (group.accounts ?? ring?.accounts) !== undefined)
      return findings;
    const fix = "Add an account for its servers, or select the central one by name in `accounts`.";
    return [{ path, got: "no account: the only one is central", want: "at least one account", fix }];
  });
}
