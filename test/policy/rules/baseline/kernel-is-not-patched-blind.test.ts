import rule from "fleet-patching-policy/rules/baseline/kernel-is-not-patched-blind";
import { registered } from "../../support/baselines";
import { testRule } from "../../support/test-rule";

const got = (system: string) => `every kernel for ${system} at once, in prod-auto`;

export const cases = testRule({
  rule,
  compliant: registered,
  valid: [
    { name: "a delay of one day on Amazon Linux", changes: [["amazon.props.approvalRules.0.approveAfterDays", 1]] },
    { name: "rejected kernels on Ubuntu, delayed ones on Amazon Linux" },
    {
      name: "a group that is not production",
      changes: [
        ["ubuntu.props.rejectedPatches", []],
        ["prodUbuntu.props.patchGroup", "nonprod"],
      ],
    },
    {
      name: "a sensitive group, where people look first",
      changes: [
        ["ubuntu.props.rejectedPatches", []],
        ["prodUbuntu.props.patchGroup", "prod-sensitive"],
      ],
    },
    {
      name: "a baseline of no group",
      changes: [
        ["ubuntu.props.rejectedPatches", []],
        ["prodUbuntu", undefined],
      ],
    },
    {
      name: "Windows, which has no kernel packages",
      changes: [
        ["ubuntu.props.rejectedPatches", []],
        ["ubuntu.props.operatingSystem", "WINDOWS"],
      ],
    },
    { name: "a date instead of a delay", changes: [["amazon.props.approvalRules.0", { approveUntilDate: "2026-11-01" }]] },
    {
      name: "rejected kernels without a delay",
      changes: [
        ["amazon.props.approvalRules.0.approveAfterDays", 0],
        ["amazon.props.rejectedPatches", ["kernel*"]],
      ],
    },
  ],
  invalid: [
    {
      name: "no rejections on Ubuntu",
      change: ["ubuntu.props.rejectedPatches", undefined],
      finds: [`ubuntu, rejectedPatches: ${got("UBUNTU")}`],
    },
    {
      name: "a rejection of something else",
      change: ["ubuntu.props.rejectedPatches.0", "nginx"],
      finds: [`ubuntu, rejectedPatches: ${got("UBUNTU")}`],
    },
    {
      name: "a delay on Ubuntu, which has no effect",
      change: ["ubuntu.props", { operatingSystem: "UBUNTU", approvalRules: [{ approveAfterDays: 7 }] }],
      finds: [`ubuntu, rejectedPatches: ${got("UBUNTU")}`],
    },
    {
      name: "one rule without a delay on Amazon Linux",
      change: ["amazon.props.approvalRules.0.approveAfterDays", 0],
      finds: [`amazon, rejectedPatches: ${got("AMAZON_LINUX_2023")}`],
    },
    {
      name: "SUSE without a delay",
      change: ["amazon.props", { operatingSystem: "SUSE", approvalRules: [{}] }],
      finds: [`amazon, rejectedPatches: ${got("SUSE")}`],
    },
  ],
});

export const configured = testRule({
  rule,
  compliant: {
    ...registered,
    prodUbuntu: { ...registered["prodUbuntu"]!, props: { ...registered["prodUbuntu"]!.props, patchGroup: "web" } },
  },
  settings: { productionGroups: ["web"] },
  valid: [],
  invalid: [
    {
      name: "a group that is configured as production",
      change: ["ubuntu.props.rejectedPatches", []],
      finds: ["ubuntu, rejectedPatches: every kernel for UBUNTU at once, in web"],
    },
  ],
});
