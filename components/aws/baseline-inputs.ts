import type { Definition, PatchRule } from "../../fleet/definition";

/** A baseline's resource inputs as plain data, less those that say where it lives. */
export type BaselineInputs = ReturnType<typeof baselineInputs>;

function ruleInputs(rule: PatchRule) {
  return {
    complianceLevel: rule.ComplianceLevel,
    patchFilters: rule.PatchFilterGroup.PatchFilters.map((filter) => ({ key: filter.Key, values: [...filter.Values] })),
    ...(rule.ApproveAfterDays === undefined ? {} : { approveAfterDays: rule.ApproveAfterDays }),
    ...(rule.ApproveUntilDate === undefined ? {} : { approveUntilDate: rule.ApproveUntilDate }),
    ...(rule.EnableNonSecurity === undefined ? {} : { enableNonSecurity: rule.EnableNonSecurity }),
  };
}

/** Turns a definition in AWS's own shape into the inputs of the resource. Empty lists are left out, as AWS does. */
export function baselineInputs(definition: Definition) {
  const sources = (definition.Sources ?? []).map((source) => ({
    name: source.Name,
    products: [...source.Products],
    configuration: source.Configuration,
  }));
  return {
    description: definition.Description,
    operatingSystem: definition.OperatingSystem,
    approvalRules: definition.ApprovalRules.PatchRules.map(ruleInputs),
    ...(definition.ApprovedPatches.length > 0 ? { approvedPatches: [...definition.ApprovedPatches] } : {}),
    approvedPatchesComplianceLevel: definition.ApprovedPatchesComplianceLevel,
    ...(definition.ApprovedPatchesEnableNonSecurity === undefined
      ? {}
      : { approvedPatchesEnableNonSecurity: definition.ApprovedPatchesEnableNonSecurity }),
    ...(definition.RejectedPatches.length > 0 ? { rejectedPatches: [...definition.RejectedPatches] } : {}),
    rejectedPatchesAction: definition.RejectedPatchesAction,
    ...(sources.length > 0 ? { sources } : {}),
    ...(definition.AvailableSecurityUpdatesComplianceStatus === undefined
      ? {}
      : { availableSecurityUpdatesComplianceStatus: definition.AvailableSecurityUpdatesComplianceStatus }),
  };
}
