import rule from "fleet-patching-policy/rules/baseline/approval-date-is-recent";
import { amazon } from "../../support/baselines";
import { changed } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const DATE = "baseline.props.approvalRules.0.approveUntilDate";

export const cases = testRule({
  rule,
  compliant: changed({ baseline: amazon }, [
    ["baseline.props.approvalRules.0.approveAfterDays", undefined],
    [DATE, "2026-11-01"],
  ]),
  valid: [
    { name: "a date of this month" },
    { name: "a date 90 days ago", changes: [[DATE, "2026-08-22"]] },
    { name: "a date to come", changes: [[DATE, "2027-01-01"]] },
    { name: "days instead of a date", changes: [["baseline.props", amazon.props]] },
    { name: "an old date on the day it was new", settings: { asOf: "2026-02-01" }, changes: [[DATE, "2026-01-15"]] },
  ],
  invalid: [
    {
      name: "a date 91 days ago",
      change: [DATE, "2026-08-21"],
      finds: ["baseline, approvalRules.0.approveUntilDate: 2026-08-21, 91 days ago"],
    },
    {
      name: "a date of last year",
      change: [DATE, "2025-11-20"],
      finds: ["baseline, approvalRules.0.approveUntilDate: 2025-11-20, 365 days ago"],
    },
    {
      name: "a date older than is allowed here",
      settings: { most: 7 },
      change: [DATE, "2026-11-12"],
      finds: ["baseline, approvalRules.0.approveUntilDate: 2026-11-12, 8 days ago"],
    },
    {
      name: "a date that has grown old",
      settings: { asOf: "2027-11-01" },
      change: [DATE, "2026-11-01"],
      finds: ["baseline, approvalRules.0.approveUntilDate: 2026-11-01, 365 days ago"],
    },
    {
      name: "an old date in the second rule",
      change: ["baseline.props.approvalRules.1", { approveUntilDate: "2026-01-01", patchFilters: [] }],
      finds: ["baseline, approvalRules.1.approveUntilDate: 2026-01-01, 323 days ago"],
    },
  ],
});
