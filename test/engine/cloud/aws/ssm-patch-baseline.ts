import { isStructure, type Finding, type Properties } from "../../api/finding";
import { providerOwn, tagList, type Mapping } from "../../api/mapping";
import { arn, text, type Call, type Kind, asUpdate, type ApiRequest } from "../kind";
import { Refusal } from "../refusal";
import type { Item } from "../store";
import { aptSystems, filterKeys } from "./ssm-filter-keys";
import { defaultBaselineToken, patchBaselineToken, patchGroupToken } from "./ssm-tokens";

const filter: Mapping = { key: "Key", values: "Values" };

const mapping: Mapping = {
  ...providerOwn,
  name: "Name",
  description: "Description",
  operatingSystem: "OperatingSystem",
  globalFilters: { to: "GlobalFilters.PatchFilters", items: filter },
  approvalRules: {
    to: "ApprovalRules.PatchRules",
    items: {
      approveAfterDays: "ApproveAfterDays",
      approveUntilDate: "ApproveUntilDate",
      complianceLevel: "ComplianceLevel",
      enableNonSecurity: "EnableNonSecurity",
      patchFilters: { to: "PatchFilterGroup.PatchFilters", items: filter },
    },
  },
  approvedPatches: "ApprovedPatches",
  approvedPatchesComplianceLevel: "ApprovedPatchesComplianceLevel",
  approvedPatchesEnableNonSecurity: "ApprovedPatchesEnableNonSecurity",
  availableSecurityUpdatesComplianceStatus: "AvailableSecurityUpdatesComplianceStatus",
  rejectedPatches: "RejectedPatches",
  rejectedPatchesAction: "RejectedPatchesAction",
  sources: { to: "Sources", items: { configuration: "Configuration", name: "Name", products: "Products" } },
  tags: tagList,
};

const creation: ApiRequest = { service: "ssm", operation: "CreatePatchBaseline", mapping };

/** What may be installed, for one operating system. */
export const patchBaseline: Kind = {
  token: patchBaselineToken,
  scope: "regional",
  requests: [creation],
  updates: [
    asUpdate(creation, "UpdatePatchBaseline", { BaselineId: "pb-0123456789abcdef0", Replace: true }, ["operatingSystem", "tags"]),
  ],
  namedBy: "name",
  replaceOn: ["operatingSystem", "region"],
  defaults: { approvedPatchesComplianceLevel: "UNSPECIFIED", operatingSystem: "WINDOWS" },
  rules: baselineRules,
  computed: ["arn", "json", "availableSecurityUpdatesComplianceStatus", "rejectedPatchesAction"],
  recomputed: {
    approvalRules: ["json"],
    approvedPatches: ["json"],
    rejectedPatches: ["json"],
    name: ["json"],
    globalFilters: ["json"],
  },
  create(call) {
    if (call.store.list(call.place, patchBaselineToken).length >= 50) {
      throw new Refusal("ResourceLimitExceededException", "The patch baseline limit of 50 has been exceeded");
    }
    const id = `pb-${call.mint(17)}`;
    return { id, outputs: { ...baselineOutputs(call.inputs), arn: arn(call, "ssm", `patchbaseline/${id}`) } };
  },
  update: (call, before) => ({ ...before.outputs, ...baselineOutputs(call.inputs) }),
  remove: removeBaseline,
};

// The provider answers ResourceInUse by restoring AWS's own default and trying again; a registered group it leaves alone.
function removeBaseline(call: Call, item: Item): void {
  const groups = call.store.list(call.place, patchGroupToken).filter((group) => group.inputs["baselineId"] === item.id);
  for (const standing of call.store.list(call.place, defaultBaselineToken)) {
    if (standing.inputs["baselineId"] === item.id) call.store.remove(call.place, defaultBaselineToken, standing.id);
  }
  if (groups.length > 0) {
    throw new Refusal(
      "ResourceInUseException",
      `Patch baseline ${item.id} cannot be deleted: it is registered with a patch group`,
    );
  }
}

function baselineOutputs(inputs: Properties): Properties {
  return {
    availableSecurityUpdatesComplianceStatus: inputs["availableSecurityUpdatesComplianceStatus"] ?? "",
    rejectedPatchesAction: inputs["rejectedPatchesAction"] ?? "ALLOW_AS_DEPENDENCY",
    json: JSON.stringify(inputs, undefined, 2),
  };
}

function baselineRules(inputs: Properties): Finding[] {
  const system = text(inputs, "operatingSystem") || "WINDOWS";
  const rules = Array.isArray(inputs["approvalRules"]) ? inputs["approvalRules"].filter(isStructure) : [];
  return [
    ...rules.flatMap((rule, index) => ruleFindings(rule, system, `approvalRules[${index}]`)),
    ...linuxOnly(inputs, system),
    ...(inputs["availableSecurityUpdatesComplianceStatus"] !== undefined && system !== "WINDOWS"
      ? [{ at: "availableSecurityUpdatesComplianceStatus", reason: `is for WINDOWS only, not for ${system}` }]
      : []),
  ];
}

function ruleFindings(rule: Properties, system: string, at: string): Finding[] {
  const days = rule["approveAfterDays"];
  const date = rule["approveUntilDate"];
  const filters = Array.isArray(rule["patchFilters"]) ? rule["patchFilters"].filter(isStructure) : [];
  const known = filterKeys[system];
  const findings: Finding[] = [];
  if ((days === undefined) === (date === undefined)) {
    findings.push({ at, reason: "must have exactly one of approveAfterDays and approveUntilDate" });
  }
  if (typeof date === "string" && !/^\d{4}-\d{2}-\d{2}$/u.test(date))
    findings.push({ at: `${at}.approveUntilDate`, reason: "must be YYYY-MM-DD" });
  if (aptSystems.includes(system) && (date !== undefined || (days !== undefined && days !== 0))) {
    findings.push({ at, reason: `a delay has no effect on ${system}: release dates of its packages are not known` });
  }
  if (system === "WINDOWS" && rule["enableNonSecurity"] === true)
    findings.push({ at, reason: "enableNonSecurity is for Linux only" });
  for (const filter of filters) {
    const key = text(filter, "key");
    if (known !== undefined && key !== "" && !known.includes(key)) {
      findings.push({ at: `${at}.patchFilters`, reason: `${system} has no filter key ${key}; it has ${known.join(", ")}` });
    }
  }
  return findings;
}

function linuxOnly(inputs: Properties, system: string): Finding[] {
  const findings: Finding[] = [];
  const sources = Array.isArray(inputs["sources"]) ? inputs["sources"].filter(isStructure) : [];
  if (sources.length > 0 && (system === "WINDOWS" || system === "MACOS"))
    findings.push({ at: "sources", reason: `are for Linux only, not for ${system}` });
  if (inputs["approvedPatchesEnableNonSecurity"] === true && system === "WINDOWS") {
    findings.push({ at: "approvedPatchesEnableNonSecurity", reason: "is for Linux only" });
  }
  if (aptSystems.includes(system) && sources.some((source) => text(source, "configuration").trim().includes("\n"))) {
    findings.push({ at: "sources", reason: `a source of ${system} is one line` });
  }
  return findings;
}
