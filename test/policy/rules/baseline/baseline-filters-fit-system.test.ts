import rule from "fleet-patching-policy/rules/baseline/baseline-filters-fit-system";
import { amazon, ubuntu, windows } from "../../support/baselines";
import { testRule } from "../../support/test-rule";

const KEY = "baseline.props.approvalRules.0.patchFilters.1.key";
const SYSTEM = "baseline.props.operatingSystem";

export const ofUbuntu = testRule({
  rule,
  compliant: { baseline: ubuntu },
  valid: [
    { name: "priorities on Ubuntu" },
    { name: "sections on Ubuntu", changes: [[KEY, "SECTION"]] },
    { name: "priorities on Debian", changes: [[SYSTEM, "DEBIAN"]] },
    { name: "severities on Amazon Linux 2023", changes: [["baseline.props", amazon.props]] },
    { name: "a product for all rules", changes: [["baseline.props.globalFilters", [{ key: "PRODUCT", values: ["*"] }]]] },
    ...["AMAZON_LINUX_2", "REDHAT_ENTERPRISE_LINUX", "CENTOS", "ORACLE_LINUX", "ROCKY_LINUX", "ALMA_LINUX", "SUSE"].map(
      (system) => ({
        name: `classifications on ${system}`,
        changes: [["baseline.props", { ...amazon.props, operatingSystem: system }] as const],
      }),
    ),
    {
      name: "classifications on macOS",
      changes: [
        [
          "baseline.props",
          {
            operatingSystem: "MACOS",
            approvalRules: [{ approveAfterDays: 1, patchFilters: [{ key: "CLASSIFICATION", values: ["*"] }] }],
          },
        ],
      ],
    },
  ],
  invalid: [
    {
      name: "a classification on Ubuntu",
      change: [KEY, "CLASSIFICATION"],
      finds: [`baseline, approvalRules.0.patchFilters.1.key: CLASSIFICATION for UBUNTU`],
    },
    {
      name: "a severity on Ubuntu",
      change: [KEY, "SEVERITY"],
      finds: ["baseline, approvalRules.0.patchFilters.1.key: SEVERITY for UBUNTU"],
    },
    {
      name: "a key in lower case",
      change: [KEY, "priority"],
      finds: ["baseline, approvalRules.0.patchFilters.1.key: priority for UBUNTU"],
    },
    {
      name: "priorities on Windows",
      change: [SYSTEM, undefined],
      finds: ["baseline, approvalRules.0.patchFilters.1.key: PRIORITY for WINDOWS"],
    },
    {
      name: "priorities on Amazon Linux",
      change: [SYSTEM, "AMAZON_LINUX_2"],
      finds: ["baseline, approvalRules.0.patchFilters.1.key: PRIORITY for AMAZON_LINUX_2"],
    },
    { name: "a system that does not exist", change: [SYSTEM, "UBUNTU_22"], finds: ["baseline, operatingSystem: UBUNTU_22"] },
    {
      name: "a filter for all rules that the system does not know",
      change: ["baseline.props.globalFilters", [{ key: "CLASSIFICATION", values: ["Security"] }]],
      finds: ["baseline, globalFilters.0.key: CLASSIFICATION for UBUNTU"],
    },
  ],
});

export const ofWindows = testRule({
  rule,
  compliant: { baseline: windows },
  valid: [
    { name: "classifications and MSRC's severities on Windows" },
    {
      name: "a product that is called like a patch set",
      changes: [["baseline.props.approvalRules.0.patchFilters.0.values.0", "APPLICATION"]],
    },
    {
      name: "patches of the system itself",
      changes: [["baseline.props.approvalRules.0.patchFilters.0", { key: "PATCH_SET", values: ["OS"] }]],
    },
    {
      name: "Microsoft's applications by family and product",
      changes: [
        [
          "baseline.props.approvalRules.0.patchFilters",
          [
            { key: "PATCH_SET", values: ["APPLICATION"] },
            { key: "PRODUCT_FAMILY", values: ["Office"] },
            { key: "PRODUCT", values: ["Office 2016"] },
          ],
        ],
      ],
    },
  ],
  invalid: [
    {
      name: "a severity on Windows, where it is MSRC's",
      change: ["baseline.props.approvalRules.0.patchFilters.2.key", "SEVERITY"],
      finds: ["baseline, approvalRules.0.patchFilters.2.key: SEVERITY for WINDOWS"],
    },
    {
      name: "Microsoft's applications without their family",
      change: ["baseline.props.approvalRules.0.patchFilters.2", { key: "PATCH_SET", values: ["APPLICATION"] }],
      finds: ["baseline, approvalRules.0.patchFilters.2: applications without PRODUCT_FAMILY"],
    },
  ],
});
