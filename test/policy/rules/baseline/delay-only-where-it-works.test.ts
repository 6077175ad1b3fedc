import rule from "fleet-patching-policy/rules/baseline/delay-only-where-it-works";
import { amazon, ubuntu, windows } from "../../support/baselines";
import { testRule } from "../../support/test-rule";

const DAYS = "baseline.props.approvalRules.0.approveAfterDays";

export const cases = testRule({
  rule,
  compliant: { baseline: ubuntu },
  valid: [
    { name: "no delay on Ubuntu" },
    { name: "a delay that is not written", changes: [[DAYS, undefined]] },
    { name: "a delay on Amazon Linux", changes: [["baseline.props", amazon.props]] },
    { name: "a delay on Windows", changes: [["baseline.props", windows.props]] },
    { name: "a delay on SUSE", changes: [["baseline.props", { ...amazon.props, operatingSystem: "SUSE" }]] },
  ],
  invalid: [
    { name: "a delay on Ubuntu", change: [DAYS, 7], finds: ["baseline, approvalRules.0.approveAfterDays: 7 days for UBUNTU"] },
    { name: "a delay of one day", change: [DAYS, 1], finds: ["baseline, approvalRules.0.approveAfterDays: 1 days for UBUNTU"] },
    {
      name: "a delay on Debian",
      change: ["baseline.props", { ...amazon.props, operatingSystem: "DEBIAN" }],
      finds: [
        "baseline, approvalRules.0.approveAfterDays: 3 days for DEBIAN",
        "baseline, approvalRules.1.approveAfterDays: 7 days for DEBIAN",
      ],
    },
    {
      name: "a delay on Raspbian",
      change: ["baseline.props", { ...windows.props, operatingSystem: "RASPBIAN" }],
      finds: ["baseline, approvalRules.0.approveAfterDays: 7 days for RASPBIAN"],
    },
    {
      name: "a date on Ubuntu",
      change: ["baseline.props.approvalRules.0.approveUntilDate", "2026-11-01"],
      finds: ["baseline, approvalRules.0.approveUntilDate: 2026-11-01 for UBUNTU"],
    },
  ],
});
