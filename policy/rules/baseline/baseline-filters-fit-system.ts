import { allFilters, familyOf, systemOf } from "../../baseline/baseline";
import { FILTER_KEYS, SYSTEMS } from "../../baseline/systems";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import type { Finding } from "../../finding";
import { BASELINE } from "../../vocabulary";

export default defineRule({
  name: "baseline-filters-fit-system",
  concern: "baseline",
  description: "A patch baseline filters by what its operating system knows.",
  why: "Each system describes its patches in other words: Ubuntu has priorities and sections, no classification; Windows has no severity but MSRC's. A filter the system does not know is refused, or matches nothing and nothing is installed.",
  remediation: "Use the filter keys of the system.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation],
  source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribePatchProperties.html",
  unless: "AWS has added a key that this pack does not know yet.",
  resource: BASELINE,
  needs: ["operatingSystem", "approvalRules", "globalFilters"],
  check: (baseline) => {
    const family = familyOf(baseline);
    if (family === undefined) {
      return [{ at: "operatingSystem", got: systemOf(baseline), want: `one of ${Object.keys(SYSTEMS).join(", ")}` }];
    }
    const keys = FILTER_KEYS[family];
    const findings: Finding[] = allFilters(baseline)
      .filter(({ key }) => !keys.includes(key))
      .map(({ at, key }) => ({ at: `${at}.key`, got: `${key} for ${systemOf(baseline)}`, want: `one of ${keys.join(", ")}` }));
    return [...findings, ...applicationsWithoutFamily(baseline)];
  },
});

/** Microsoft's applications are chosen by family and product together. */
function applicationsWithoutFamily(baseline: Parameters<typeof allFilters>[0]): readonly Finding[] {
  const filters = allFilters(baseline);
  const applications = filters.find(({ key, values }) => key === "PATCH_SET" && values.includes("APPLICATION"));
  if (applications === undefined || filters.some(({ key }) => key === "PRODUCT_FAMILY")) return [];
  return [{ at: applications.at, got: "applications without PRODUCT_FAMILY", want: "a PRODUCT_FAMILY filter beside it" }];
}
