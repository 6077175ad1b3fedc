import { didYouMean, listed } from "../closest";
import { selectedAccounts, sortedKeys } from "../places";
import type { Finding, Path } from "../problem";
import type { AccountSelector } from "../schema/account";
import type { Fleet } from "../schema/fleet-file";
import { repeats } from "./repeats";

function byName(fleet: Fleet, names: readonly string[], path: Path): Finding[] {
  const accounts = sortedKeys(fleet.accounts);
  const unknown = names.flatMap((name, place): Finding[] => {
    if (accounts.includes(name)) return [];
    const fix = `${didYouMean(name, accounts)}Name an account of this file.`;
    return [{ path: [...path, place], got: name, want: `one of ${listed(accounts)}`, fix }];
  });
  const twice = repeats(names, (name) => name).map((place) => ({
    path: [...path, place],
    got: `${names[place]} once more`,
    want: "each account once",
    fix: "Remove one of the two.",
  }));
  return [...unknown, ...twice];
}

function valuesOf(fleet: Fleet, label: string): string[] {
  const values = Object.values(fleet.accounts).flatMap(({ labels }) =>
    Object.hasOwn(labels, label) ? [labels[label] ?? ""] : [],
  );
  return [...new Set(values)].toSorted();
}

function byLabel(fleet: Fleet, wanted: Readonly<Record<string, string>>, path: Path): Finding[] {
  const labels = [...new Set(Object.values(fleet.accounts).flatMap((account) => Object.keys(account.labels)))].toSorted();
  if (Object.keys(wanted).length === 0) {
    return [{ path, got: "no label", want: "at least one label", fix: "Write a label, or remove `accounts` to take all." }];
  }
  const findings = sortedKeys(wanted).flatMap((label): Finding[] => {
    const value = wanted[label] ?? "";
    const values = valuesOf(fleet, label);
    if (values.includes(value)) return [];
    const known = values.length > 0;
    const want = known
      ? `one of ${listed(values)}`
      : labels.length > 0
        ? `one of the labels ${listed(labels)}`
        : "a label that an account carries";
    const meant = known ? didYouMean(value, values) : didYouMean(label, labels);
    return [
      { path: [...path, label], got: known ? value : `the label ${label}`, want, fix: `${meant}Write it as under \`accounts\`.` },
    ];
  });
  if (findings.length > 0 || selectedAccounts(fleet, wanted).length > 0) return findings;
  const got = listed(sortedKeys(wanted).map((label) => `${label}: ${wanted[label]}`));
  return [{ path, got, want: "labels that one account carries together", fix: "Write fewer labels, or add them to an account." }];
}

/** Selections of accounts, by rings and groups, that name what is not there or choose nothing. */
export function accountSelections(fleet: Fleet): Finding[] {
  const judge = (selector: AccountSelector | undefined, path: Path) => {
    if (!selector) return [];
    return Array.isArray(selector) ? byName(fleet, selector, path) : byLabel(fleet, selector, path);
  };
  return [
    ...fleet.rings.flatMap((ring, place) => judge(ring.accounts, ["rings", place, "accounts"])),
    ...sortedKeys(fleet.groups).flatMap((name) => judge(fleet.groups[name]?.accounts, ["groups", name, "accounts"])),
  ];
}
