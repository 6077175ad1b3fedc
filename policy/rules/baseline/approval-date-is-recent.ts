import { approvalsOf } from "../../baseline/baseline";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { text } from "../../read";
import { integer } from "../../setting";
import { BASELINE } from "../../vocabulary";

export default defineRule({
  name: "approval-date-is-recent",
  concern: "baseline",
  description: "A baseline that approves up to a date has a recent one.",
  why: "Everything published after the date is neither installed nor reported as missing. A date that was forgotten freezes its servers, and they look compliant.",
  remediation: "Move approveUntilDate on, or use approveAfterDays.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.flawRemediation],
  source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PatchRule.html",
  unless: "The servers are frozen on purpose; then make an exception with an owner and an end.",
  settings: { most: integer(90, 1, 3650, "How many days a date may lie back.") },
  resource: BASELINE,
  needs: ["approvalRules"],
  check: (baseline, { settings, asOf }) =>
    approvalsOf(baseline).flatMap(({ at, date }) => {
      const age = Math.floor((asOf - Date.parse(`${text(date) ?? ""}T00:00:00Z`)) / 86_400_000);
      return age > settings.most
        ? [{ at: `${at}.approveUntilDate`, got: `${text(date)}, ${age} days ago`, want: `at most ${settings.most} days ago` }]
        : [];
    }),
});
