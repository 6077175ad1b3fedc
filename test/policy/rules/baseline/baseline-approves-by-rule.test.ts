import rule from "fleet-patching-policy/rules/baseline/baseline-approves-by-rule";
import { amazon, ubuntu, windows } from "../../support/baselines";
import { ref } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

export const cases = testRule({
  rule,
  compliant: { ubuntu },
  valid: [
    { name: "a rule with filters" },
    { name: "two rules", changes: [["ubuntu.props", amazon.props]] },
    { name: "a rule for Windows", changes: [["ubuntu.props", windows.props]] },
    { name: "a rule beside a list of approved patches", changes: [["ubuntu.props.approvedPatches", ["openssl"]]] },
  ],
  invalid: [
    {
      name: "one approved patch alone",
      change: ["ubuntu.props", { operatingSystem: "UBUNTU", approvedPatches: ["openssl"] }],
      finds: ["ubuntu, approvalRules: no rule, only a list of 1 approved patches"],
    },
    { name: "no rules at all", change: ["ubuntu.props.approvalRules", undefined], finds: ["ubuntu, approvalRules: no rule"] },
    { name: "an empty list of rules", change: ["ubuntu.props.approvalRules", []], finds: ["ubuntu, approvalRules: no rule"] },
    {
      name: "a list of approved patches alone",
      change: ["ubuntu.props", { operatingSystem: "UBUNTU", approvedPatches: ["openssl", "libssl3"] }],
      finds: ["ubuntu, approvalRules: no rule, only a list of 2 approved patches"],
    },
    {
      name: "a rule without filters",
      change: ["ubuntu.props.approvalRules.0.patchFilters", []],
      finds: ["ubuntu, approvalRules.0: no filter, or one without values"],
    },
    {
      name: "a filter without values",
      change: ["ubuntu.props.approvalRules.0.patchFilters.0.values", []],
      finds: ["ubuntu, approvalRules.0: no filter, or one without values"],
    },
    {
      name: "rules that are not known",
      change: ["ubuntu.props.approvalRules", ref("ubuntu.arn")],
      finds: ["ubuntu, approvalRules: no rule"],
      findsInPreview: ["? ubuntu, approvalRules: a value not known before the update"],
    },
  ],
});
