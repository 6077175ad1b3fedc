import { approvalsOf } from "../../baseline/baseline";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { number } from "../../read";
import { integer } from "../../setting";
import { BASELINE } from "../../vocabulary";

export default defineRule({
  name: "delay-is-not-too-long",
  concern: "baseline",
  description: "An approval delay is not so long that patches are missed.",
  why: "A delay starts anew when a patch is published again. On Windows the monthly update that supersedes a waiting one makes it vanish: with a delay of a month or more some patches are never installed, and known holes stay open meanwhile.",
  remediation: "Shorten approveAfterDays. Gain safety from the order of rings, not from waiting.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation, CONTROLS.osPatching],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-release-dates.html",
  unless: "A contract fixes a longer delay; then raise `most`.",
  settings: { most: integer(21, 0, 360, "The longest delay in days.") },
  resource: BASELINE,
  needs: ["approvalRules"],
  check: (baseline, { settings }) =>
    approvalsOf(baseline)
      .filter(({ days }) => (number(days) ?? 0) > settings.most)
      .map(({ at, days }) => ({
        at: `${at}.approveAfterDays`,
        got: `${number(days)} days`,
        want: `at most ${settings.most} days`,
      })),
});
