import { systemsOfGroup } from "../baseline-system";
import { didYouMean, listed } from "../closest";
import { placesOf, sortedKeys } from "../places";
import type { Finding, Path } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import type { Hybrid } from "../schema/hybrid";
import { familyOf } from "../systems";

/** An activation registers this many machines at most. @see CreateActivation, RegistrationLimit */
const MOST_MACHINES = 1000;

function unknownName(path: Path, got: string, known: readonly string[], fix: string): Finding {
  return { path, got, want: `one of ${listed(known)}`, fix: `${didYouMean(got, known)}${fix}` };
}

/** Whether the entry points to an account, a region and a group that are there and belong together. */
function placeFindings(fleet: Fleet, entry: Hybrid, path: Path): Finding[] {
  const findings: Finding[] = [];
  const accounts = sortedKeys(fleet.accounts);
  const regions = accounts.includes(entry.account) ? (fleet.accounts[entry.account]?.regions ?? []) : null;
  if (!regions) findings.push(unknownName([...path, "account"], entry.account, accounts, "Name an account of this file."));
  else if (!regions.includes(entry.region)) {
    findings.push(unknownName([...path, "region"], entry.region, regions, `Name a region of account ${entry.account}.`));
  }
  const group = Object.hasOwn(fleet.groups, entry.group) ? fleet.groups[entry.group] : undefined;
  if (!group) findings.push(unknownName([...path, "group"], entry.group, sortedKeys(fleet.groups), "Name a group of this file."));
  if (!group || findings.length > 0) return findings;
  if (placesOf(fleet, group).some(({ account, region }) => account === entry.account && region === entry.region)) return [];
  const got = `${entry.group}, which is not in ${entry.account} ${entry.region}`;
  const fix = "Name a group that is there, or select the account and region in the group.";
  return [{ path: [...path, "group"], got, want: "a group in the account and region of these machines", fix }];
}

function counts(entry: Hybrid): { linux: number; windows: number } {
  const machines = entry.azure?.machines ?? [];
  const windows = machines.filter((machine) => machine.system === "windows").length;
  return {
    linux: machines.length - windows + (entry.onPremises?.linux ?? 0),
    windows: windows + (entry.onPremises?.windows ?? 0),
  };
}

function countFindings(fleet: Fleet, entry: Hybrid, path: Path): Finding[] {
  const { linux, windows } = counts(entry);
  if (linux + windows === 0) {
    const fix = "Add `azure:` with its machines or `onPremises:` with their number, or remove the entry.";
    return [{ path, got: "no machine", want: "at least one machine", fix }];
  }
  const findings: Finding[] = [];
  if (linux + windows > MOST_MACHINES) {
    const got = `${(linux + windows).toLocaleString("en")} machines`;
    const want = `at most ${MOST_MACHINES.toLocaleString("en")}, as many as one activation registers`;
    findings.push({ path, got, want, fix: "Split the entry into several." });
  }
  const group = Object.hasOwn(fleet.groups, entry.group) ? fleet.groups[entry.group] : undefined;
  if (!group) return findings;
  const families = systemsOfGroup(fleet, group).map(familyOf);
  const unserved = [
    ...(windows > 0 && !families.includes("windows") ? ["Windows"] : []),
    ...(linux > 0 && !families.some((family) => family !== "windows" && family !== "macos") ? ["Linux"] : []),
  ];
  const missing = unserved.map((system) => ({
    path: [...path, "group"],
    got: `${entry.group}, which has no baseline for ${system}`,
    want: "a group with a baseline for each system of these machines",
    fix: `Add a baseline for ${system} to the group, or name another group.`,
  }));
  return families.length > 0 ? [...findings, ...missing] : findings;
}

/** One machine in two places of the file. Azure takes names of machines and resource groups for the same in any case. */
function machinesTwice(fleet: Fleet): Finding[] {
  const seen = new Map<string, string>();
  return sortedKeys(fleet.hybrid).flatMap((name) => {
    const azure = fleet.hybrid[name]?.azure;
    return (azure?.machines ?? []).flatMap((machine, place): Finding[] => {
      const identity = [azure?.subscription, machine.resourceGroup, machine.name].join("/").toLowerCase();
      const other = seen.get(identity);
      seen.set(identity, other ?? name);
      if (other === undefined) return [];
      const got = other === name ? `${machine.name} once more` : `${machine.name}, which is in ${other} already`;
      const path = ["hybrid", name, "azure", "machines", place, "name"];
      return [{ path, got, want: "each machine once", fix: "Remove one of the two." }];
    });
  });
}

/** Hybrid machines that have no place, no number, no baseline, or stand twice. */
export function hybrid(fleet: Fleet): Finding[] {
  const entries = sortedKeys(fleet.hybrid).flatMap((name) => {
    const entry = fleet.hybrid[name];
    const path = ["hybrid", name];
    return entry ? [...placeFindings(fleet, entry, path), ...countFindings(fleet, entry, path)] : [];
  });
  return [...entries, ...machinesTwice(fleet)];
}
