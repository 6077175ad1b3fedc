import { approvalsOf, familyOf, systemOf } from "../../baseline/baseline";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { number, show } from "../../read";
import { BASELINE } from "../../vocabulary";

export default defineRule({
  name: "delay-only-where-it-works",
  concern: "baseline",
  description: "A baseline for Ubuntu, Debian or Raspbian has no approval delay and no date.",
  why: "Their packages carry no release date, so Systems Manager approves them at once whatever delay is written. Who counts on the delay has none.",
  remediation:
    "Set approveAfterDays to 0. Let patches ripen by the order of rings, by installing the exact list that an earlier ring proved, or by a snapshot source.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation, CONTROLS.impactAnalysis],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-linux-rules.html",
  unless: "Never: the delay has no effect.",
  resource: BASELINE,
  needs: ["operatingSystem", "approvalRules"],
  check: (baseline) => {
    if (familyOf(baseline) !== "apt") return [];
    const system = systemOf(baseline);
    return approvalsOf(baseline).flatMap(({ at, days, date }) => [
      ...(days === undefined || number(days) === 0
        ? []
        : [{ at: `${at}.approveAfterDays`, got: `${show(days)} days for ${system}`, want: "0" }]),
      ...(date === undefined ? [] : [{ at: `${at}.approveUntilDate`, got: `${show(date)} for ${system}`, want: "nothing" }]),
    ]);
  },
});
