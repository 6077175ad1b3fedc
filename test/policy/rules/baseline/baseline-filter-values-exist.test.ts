import rule from "fleet-patching-policy/rules/baseline/baseline-filter-values-exist";
import { amazon, ubuntu, windows } from "../../support/baselines";
import { testRule } from "../../support/test-rule";

const FILTERS = "baseline.props.approvalRules.0.patchFilters";

export const cases = testRule({
  rule,
  compliant: { baseline: windows },
  valid: [
    { name: "Windows' own words" },
    { name: "Amazon Linux's own words", changes: [["baseline.props", amazon.props]] },
    { name: "Ubuntu's own words", changes: [["baseline.props", ubuntu.props]] },
    { name: "all classifications", changes: [[`${FILTERS}.1.values`, ["*"]]] },
    { name: "a product nobody has heard of", changes: [[`${FILTERS}.0.values.0`, "WindowsServer2031"]] },
    { name: "a system that is not known", changes: [["baseline.props.operatingSystem", "HAIKU"]] },
  ],
  invalid: [
    {
      name: "Linux's word on Windows",
      change: [`${FILTERS}.1.values.0`, "Security"],
      finds: ["baseline, approvalRules.0.patchFilters.1.values.0: Security for WINDOWS"],
    },
    {
      name: "another case",
      change: [`${FILTERS}.1.values.1`, "securityupdates"],
      finds: ["baseline, approvalRules.0.patchFilters.1.values.1: securityupdates for WINDOWS"],
    },
    {
      name: "a severity that MSRC does not have",
      change: [`${FILTERS}.2.values.0`, "High"],
      finds: ["baseline, approvalRules.0.patchFilters.2.values.0: High for WINDOWS"],
    },
    {
      name: "a wildcard inside a word",
      change: [`${FILTERS}.1.values.0`, "Security*"],
      finds: ["baseline, approvalRules.0.patchFilters.1.values.0: Security* for WINDOWS"],
    },
    {
      name: "a value that is no text",
      change: [`${FILTERS}.1.values.0`, 7],
      finds: ["baseline, approvalRules.0.patchFilters.1.values.0: 7 for WINDOWS"],
    },
  ],
});

export const onLinux = testRule({
  rule,
  compliant: { baseline: amazon, other: ubuntu },
  valid: [],
  invalid: [
    {
      name: "Windows' word on Amazon Linux",
      change: [`${FILTERS}.0.values.0`, "SecurityUpdates"],
      finds: ["baseline, approvalRules.0.patchFilters.0.values.0: SecurityUpdates for AMAZON_LINUX_2023"],
    },
    {
      name: "a severity Amazon Linux does not have",
      change: [`${FILTERS}.1.values.1`, "High"],
      finds: ["baseline, approvalRules.0.patchFilters.1.values.1: High for AMAZON_LINUX_2023"],
    },
    {
      name: "a priority Ubuntu does not have",
      change: ["other.props.approvalRules.0.patchFilters.1.values.0", "Critical"],
      finds: ["other, approvalRules.0.patchFilters.1.values.0: Critical for UBUNTU"],
    },
    {
      name: "a value in a filter for all rules",
      change: ["other.props.globalFilters", [{ key: "PRIORITY", values: ["required"] }]],
      finds: ["other, globalFilters.0.values.0: required for UBUNTU"],
    },
  ],
});
