import rule from "fleet-patching-policy/rules/baseline/baseline-options-fit-system";
import { amazon, ubuntu, windows } from "../../support/baselines";
import { testRule } from "../../support/test-rule";

const got = (system: string) => `an option that ${system} does not have`;

export const cases = testRule({
  rule,
  compliant: { baseline: windows },
  valid: [
    { name: "no option at all" },
    {
      name: "the status of available updates on Windows",
      changes: [["baseline.props.availableSecurityUpdatesComplianceStatus", "NON_COMPLIANT"]],
    },
    {
      name: "options that are off",
      changes: [
        ["baseline.props.approvalRules.0.enableNonSecurity", false],
        ["baseline.props.approvedPatchesEnableNonSecurity", false],
        ["baseline.props.sources", []],
      ],
    },
    {
      name: "non-security updates on Amazon Linux",
      changes: [
        ["baseline.props", { ...amazon.props, approvedPatchesEnableNonSecurity: true }],
        ["baseline.props.approvalRules.0.enableNonSecurity", true],
      ],
    },
    {
      name: "sources on Ubuntu",
      changes: [
        [
          "baseline.props",
          {
            ...ubuntu.props,
            sources: [{ name: "own", products: ["*"], configuration: "deb https://mirror.example jammy main" }],
          },
        ],
      ],
    },
    {
      name: "sources on SUSE",
      changes: [["baseline.props", { operatingSystem: "SUSE", sources: [{ name: "own", products: ["*"], configuration: "x" }] }]],
    },
  ],
  invalid: [
    {
      name: "non-security updates on Windows",
      change: ["baseline.props.approvalRules.0.enableNonSecurity", true],
      finds: [`baseline, approvalRules.0.enableNonSecurity: ${got("WINDOWS")}`],
    },
    {
      name: "non-security updates among the approved on Windows",
      change: ["baseline.props.approvedPatchesEnableNonSecurity", true],
      finds: [`baseline, approvedPatchesEnableNonSecurity: ${got("WINDOWS")}`],
    },
    {
      name: "sources on Windows",
      change: ["baseline.props.sources", [{ name: "own", products: ["*"], configuration: "x" }]],
      finds: [`baseline, sources: ${got("WINDOWS")}`],
    },
    {
      name: "sources on macOS",
      change: ["baseline.props", { operatingSystem: "MACOS", sources: [{ name: "own", products: ["*"], configuration: "x" }] }],
      finds: [`baseline, sources: ${got("MACOS")}`],
    },
    {
      name: "the status of available updates on Linux",
      change: ["baseline.props", { ...ubuntu.props, availableSecurityUpdatesComplianceStatus: "COMPLIANT" }],
      finds: [`baseline, availableSecurityUpdatesComplianceStatus: ${got("UBUNTU")}`],
    },
  ],
});
