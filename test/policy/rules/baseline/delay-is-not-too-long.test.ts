import rule from "fleet-patching-policy/rules/baseline/delay-is-not-too-long";
import { amazon } from "../../support/baselines";
import { ref } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const DAYS = "baseline.props.approvalRules.0.approveAfterDays";

export const cases = testRule({
  rule,
  compliant: { baseline: amazon },
  valid: [
    { name: "a week" },
    { name: "three weeks", changes: [[DAYS, 21]] },
    { name: "no delay", changes: [[DAYS, 0]] },
    {
      name: "a date instead of a delay",
      changes: [
        [DAYS, undefined],
        ["baseline.props.approvalRules.0.approveUntilDate", "2026-01-01"],
      ],
    },
    { name: "a longer delay that is allowed", settings: { most: 45 }, changes: [[DAYS, 45]] },
  ],
  invalid: [
    {
      name: "any delay where none is allowed, a date beside it",
      settings: { most: 0 },
      change: ["baseline.props.approvalRules.0", { approveUntilDate: "2026-11-01", patchFilters: [] }],
      finds: ["baseline, approvalRules.1.approveAfterDays: 7 days"],
    },
    { name: "three weeks and a day", change: [DAYS, 22], finds: ["baseline, approvalRules.0.approveAfterDays: 22 days"] },
    { name: "a year", change: [DAYS, 360], finds: ["baseline, approvalRules.0.approveAfterDays: 360 days"] },
    {
      name: "a long delay in the second rule",
      change: ["baseline.props.approvalRules.1.approveAfterDays", 30],
      finds: ["baseline, approvalRules.1.approveAfterDays: 30 days"],
    },
    {
      name: "more than is allowed here",
      settings: { most: 5 },
      change: [DAYS, 6],
      finds: ["baseline, approvalRules.0.approveAfterDays: 6 days", "baseline, approvalRules.1.approveAfterDays: 7 days"],
    },
    { name: "a delay written as text", change: [DAYS, "90"], finds: ["baseline, approvalRules.0.approveAfterDays: 90 days"] },
    {
      name: "a delay that is not known",
      change: [DAYS, ref("baseline.id")],
      finds: [],
      findsInPreview: ["? baseline, approvalRules.0.approveAfterDays: a value not known before the update"],
    },
    {
      name: "an impossible setting",
      settings: { most: "long" },
      change: [DAYS, 3],
      finds: ["baseline, the configuration, delay-is-not-too-long.most: long"],
    },
  ],
});
