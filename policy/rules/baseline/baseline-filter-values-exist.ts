import { allFilters, familyOf, systemOf } from "../../baseline/baseline";
import { FILTER_VALUES } from "../../baseline/systems";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { show } from "../../read";
import { BASELINE } from "../../vocabulary";

export default defineRule({
  name: "baseline-filter-values-exist",
  concern: "baseline",
  description: "A patch baseline filters by values that its operating system uses.",
  why: "Windows calls them SecurityUpdates, Amazon Linux Security. A value of another system, or in another case, matches no patch: nothing is approved, nothing is missing, and every server looks compliant.",
  remediation: "Use the system's own words, in their exact case, or * for all.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation, CONTROLS.ssmPatchCompliance],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-predefined-and-custom-patch-baselines.html",
  unless: "AWS has added a value that this pack does not know yet.",
  resource: BASELINE,
  needs: ["operatingSystem", "approvalRules", "globalFilters"],
  check: (baseline) => {
    const family = familyOf(baseline);
    if (family === undefined) return [];
    return allFilters(baseline).flatMap(({ at, key, values }) => {
      const known = FILTER_VALUES[family][key];
      if (known === undefined) return [];
      return values.flatMap((value, index) => {
        if (value === "*" || (typeof value === "string" && known.includes(value))) return [];
        return [
          {
            at: `${at}.values.${index}`,
            got: `${show(value)} for ${systemOf(baseline)}`,
            want: `* or one of ${known.join(", ")}`,
          },
        ];
      });
    });
  },
});
