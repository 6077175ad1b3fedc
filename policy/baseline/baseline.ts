import type { Plain } from "../plain";
import { isRecord, list, text } from "../read";
import type { Resource } from "../resource";
import { DEFAULT_SYSTEM } from "../vocabulary";
import { SYSTEMS, type Family } from "./systems";

/** A filter of an approval rule, with its path. */
export interface Filter {
  readonly at: string;
  readonly key: string;
  readonly values: readonly Plain[];
}

/** An approval rule of a baseline, with its path. */
export interface Approval {
  readonly at: string;
  readonly days: Plain;
  readonly date: Plain;
  readonly nonSecurity: Plain;
  readonly filters: readonly Filter[];
}

/** The operating system a baseline is for; where none is written it is Windows. */
export function systemOf(baseline: Resource): string {
  return text(baseline.props["operatingSystem"]) ?? DEFAULT_SYSTEM;
}

/** How that system gets its updates; undefined where Systems Manager does not know it. */
export function familyOf(baseline: Resource): Family | undefined {
  return SYSTEMS[systemOf(baseline)];
}

/** A baseline's approval rules. */
export function approvalsOf(baseline: Resource): readonly Approval[] {
  return list(baseline.props["approvalRules"]).flatMap((rule, index) => {
    if (!isRecord(rule)) return [];
    const at = `approvalRules.${index}`;
    const { approveAfterDays: days, approveUntilDate: date, enableNonSecurity: nonSecurity } = rule;
    return [{ at, days, date, nonSecurity, filters: filtersOf(rule["patchFilters"], `${at}.patchFilters`) }];
  });
}

/** All filters of a baseline: those of its rules and those that hold for all of it. */
export function allFilters(baseline: Resource): readonly Filter[] {
  return [
    ...approvalsOf(baseline).flatMap(({ filters }) => filters),
    ...filtersOf(baseline.props["globalFilters"], "globalFilters"),
  ];
}

function filtersOf(source: Plain, path: string): readonly Filter[] {
  return list(source).flatMap((filter, index) =>
    isRecord(filter) ? [{ at: `${path}.${index}`, key: text(filter["key"]) ?? "", values: list(filter["values"]) }] : [],
  );
}

/** The entries of a list of patches, with their paths. */
export function patchesOf(
  baseline: Resource,
  property: "approvedPatches" | "rejectedPatches",
): readonly { at: string; patch: string }[] {
  return list(baseline.props[property]).flatMap((patch, index) =>
    typeof patch === "string" ? [{ at: `${property}.${index}`, patch }] : [],
  );
}
