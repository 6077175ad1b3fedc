import rule from "fleet-patching-policy/rules/baseline/approval-has-one-date";
import { amazon } from "../../support/baselines";
import { testRule } from "../../support/test-rule";

const RULE = "baseline.props.approvalRules.0";

export const cases = testRule({
  rule,
  compliant: { baseline: amazon },
  valid: [
    { name: "days in every rule" },
    { name: "no delay", changes: [[`${RULE}.approveAfterDays`, 0]] },
    { name: "the longest delay there is", changes: [[`${RULE}.approveAfterDays`, 360]] },
    {
      name: "a date in one rule and days in the other",
      changes: [
        [`${RULE}.approveAfterDays`, undefined],
        [`${RULE}.approveUntilDate`, "2026-11-01"],
      ],
    },
    { name: "no rules", changes: [["baseline.props.approvalRules", []]] },
  ],
  invalid: [
    {
      name: "neither days nor a date",
      change: [`${RULE}.approveAfterDays`, undefined],
      finds: ["baseline, approvalRules.0: neither days nor a date"],
    },
    {
      name: "both",
      change: [`${RULE}.approveUntilDate`, "2026-11-01"],
      finds: ["baseline, approvalRules.0: both days and a date"],
    },
    {
      name: "more than 360 days",
      change: [`${RULE}.approveAfterDays`, 361],
      finds: ["baseline, approvalRules.0.approveAfterDays: 361"],
    },
    {
      name: "fewer than no days",
      change: [`${RULE}.approveAfterDays`, -1],
      finds: ["baseline, approvalRules.0.approveAfterDays: -1"],
    },
    { name: "half a day", change: [`${RULE}.approveAfterDays`, 0.5], finds: ["baseline, approvalRules.0.approveAfterDays: 0.5"] },
    {
      name: "a word",
      change: [`${RULE}.approveAfterDays`, "seven"],
      finds: ["baseline, approvalRules.0.approveAfterDays: seven"],
    },
    {
      name: "a day that does not exist",
      change: [RULE, { approveUntilDate: "2026-02-30", patchFilters: [] }],
      finds: ["baseline, approvalRules.0.approveUntilDate: 2026-02-30"],
    },
    {
      name: "a date in another form",
      change: [RULE, { approveUntilDate: "01.11.2026", patchFilters: [] }],
      finds: ["baseline, approvalRules.0.approveUntilDate: 01.11.2026"],
    },
  ],
});
