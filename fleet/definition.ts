import type { Baseline, Rule } from "./schema/baseline";
import type { System } from "./systems";

/** A filter of an approval rule. @see PatchFilter */
export interface PatchFilter {
  readonly Key: string;
  readonly Values: readonly string[];
}

/** An approval rule in AWS's shape: exactly one of `ApproveAfterDays` and `ApproveUntilDate`. @see PatchRule */
export interface PatchRule {
  readonly PatchFilterGroup: { readonly PatchFilters: readonly PatchFilter[] };
  readonly ComplianceLevel: string;
  readonly ApproveAfterDays?: number;
  readonly ApproveUntilDate?: string;
  readonly EnableNonSecurity?: boolean;
}

/**
 * A baseline in the shape that AWS's own GetPatchBaseline answers with: what central publishes and members build.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetPatchBaseline.html
 */
export interface Definition {
  readonly OperatingSystem: System;
  readonly Description: string;
  readonly ApprovalRules: { readonly PatchRules: readonly PatchRule[] };
  readonly ApprovedPatches: readonly string[];
  readonly ApprovedPatchesComplianceLevel: string;
  readonly ApprovedPatchesEnableNonSecurity?: boolean;
  readonly RejectedPatches: readonly string[];
  readonly RejectedPatchesAction: string;
  readonly Sources?: readonly { readonly Name: string; readonly Products: readonly string[]; readonly Configuration: string }[];
  readonly AvailableSecurityUpdatesComplianceStatus?: string;
}

/** The filter keys of AWS and the words of the fleet file for them, in the order in which they are written. */
const FILTERS = [
  ["PATCH_SET", "patchSet"],
  ["PRODUCT_FAMILY", "productFamily"],
  ["PRODUCT", "product"],
  ["CLASSIFICATION", "classification"],
  ["SEVERITY", "severity"],
  ["MSRC_SEVERITY", "msrcSeverity"],
  ["PRIORITY", "priority"],
  ["SECTION", "section"],
] as const;

function filtersOf(rule: Rule): PatchFilter[] {
  const values: Readonly<Record<string, unknown>> = rule;
  const found = FILTERS.flatMap(([Key, word]): PatchFilter[] => {
    const given = values[word];
    return Array.isArray(given) ? [{ Key, Values: given.map(String) }] : [];
  });
  return found.some((filter) => filter.Key === "PRODUCT") ? found : [{ Key: "PRODUCT", Values: ["*"] }, ...found];
}

function ruleOf(rule: Rule): PatchRule {
  const until = "until" in rule ? rule.until : undefined;
  const delay = "delay" in rule ? rule.delay : undefined;
  return {
    PatchFilterGroup: { PatchFilters: filtersOf(rule) },
    ComplianceLevel: rule.compliance,
    ...(until === undefined ? { ApproveAfterDays: delay ?? 0 } : { ApproveUntilDate: until }),
    ...("nonSecurity" in rule ? { EnableNonSecurity: rule.nonSecurity } : {}),
  };
}

/** A baseline of the fleet file in AWS's shape. Lists are sorted: their order means nothing to AWS. */
export function definitionOf(name: string, baseline: Baseline): Definition {
  return {
    OperatingSystem: baseline.system,
    Description: baseline.description ?? `${name} of the fleet`,
    ApprovalRules: { PatchRules: baseline.rules.map(ruleOf) },
    ApprovedPatches: baseline.approve.map((entry) => entry.patch).toSorted(),
    ApprovedPatchesComplianceLevel: baseline.approvedCompliance,
    ...("approvedNonSecurity" in baseline ? { ApprovedPatchesEnableNonSecurity: baseline.approvedNonSecurity } : {}),
    RejectedPatches: baseline.reject.map((entry) => entry.patch).toSorted(),
    RejectedPatchesAction: baseline.rejectAction,
    ...("sources" in baseline
      ? {
          Sources: baseline.sources.map((source) => ({
            Name: source.name,
            Products: source.products,
            Configuration: source.configuration,
          })),
        }
      : {}),
    ...("availableSecurityUpdates" in baseline
      ? { AvailableSecurityUpdatesComplianceStatus: baseline.availableSecurityUpdates }
      : {}),
  };
}

/** The text of a definition as central publishes it: compact JSON, the same for the same baseline. At most 8 KB fit a parameter. */
export function definitionText(definition: Definition): string {
  return JSON.stringify(definition);
}
