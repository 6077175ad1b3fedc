import { approvalsOf } from "../../baseline/baseline";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import type { Finding } from "../../finding";
import { number, show, text } from "../../read";
import { isDate } from "../../setting";
import { BASELINE } from "../../vocabulary";

export default defineRule({
  name: "approval-has-one-date",
  concern: "baseline",
  description: "An approval rule says by days or by a date, not by both, when it approves.",
  why: "Systems Manager wants exactly one of them. A rule with both or with neither is refused in the middle of an update.",
  remediation: "Write approveAfterDays (0 to 360), or approveUntilDate (YYYY-MM-DD).",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation],
  source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PatchRule.html",
  unless: "Never: AWS refuses what this rule refuses.",
  resource: BASELINE,
  needs: ["approvalRules"],
  check: (baseline) =>
    approvalsOf(baseline).flatMap(({ at, days, date }): readonly Finding[] => {
      if ((days === undefined) === (date === undefined)) {
        const got = days === undefined ? "neither days nor a date" : "both days and a date";
        return [{ at, got, want: "approveAfterDays or approveUntilDate" }];
      }
      if (date !== undefined) {
        return isDate(text(date) ?? "") ? [] : [{ at: `${at}.approveUntilDate`, got: show(date), want: "a date, YYYY-MM-DD" }];
      }
      const count = number(days) ?? -1;
      const fits = Number.isInteger(count) && count >= 0 && count <= 360;
      return fits ? [] : [{ at: `${at}.approveAfterDays`, got: show(days), want: "0 to 360" }];
    }),
});
