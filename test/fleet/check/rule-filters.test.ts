import { ruleFilters } from "../../../fleet/check/rule-filters";
import { replaced, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

/** The small fleet with another baseline. */
function baseline(text: string): string {
  return replaced(SMALL_FLEET, "ubuntu: { system: UBUNTU, rules: [{ priority: [Required, Important] }] }", `ubuntu: { ${text} }`);
}

describe("ruleFilters", () => {
  accepts(ruleFilters, {
    "everything on purpose": baseline('system: UBUNTU, rules: [{ product: ["*"] }]'),
    "four filters": baseline(
      "system: WINDOWS, rules: [{ product: [WindowsServer2022], productFamily: [Windows], classification: [SecurityUpdates], msrcSeverity: [Critical] }]",
    ),
    "applications with their family": baseline("system: WINDOWS, rules: [{ patchSet: [APPLICATION], productFamily: [Office] }]"),
  });
  rejects(ruleFilters, {
    "a rule without a filter": [
      baseline("system: UBUNTU, rules: [{ compliance: HIGH }]"),
      [
        "4 baselines.ubuntu.rules[0]",
        "a rule without a filter, which approves everything",
        "at least one filter",
        'Add a filter, or write `product: ["*"]` to approve everything on purpose.',
      ],
    ],
    "more filters than AWS takes": [
      baseline(
        "system: WINDOWS, rules: [{ patchSet: [OS], productFamily: [Windows], classification: [SecurityUpdates], msrcSeverity: [Critical] }]",
      ),
      [
        "4 baselines.ubuntu.rules[0]",
        "5 filters: productFamily, patchSet, classification and msrcSeverity and product, which AWS needs",
        "at most 4 filters",
        "Split the rule into two, or remove a filter.",
      ],
    ],
    "applications without their family": [
      baseline("system: WINDOWS, rules: [{ classification: [SecurityUpdates] }, { patchSet: [APPLICATION] }]"),
      [
        "4 baselines.ubuntu.rules[1].productFamily",
        "nothing",
        "the family of the applications",
        "Add `productFamily:`, such as `[Office]`.",
      ],
    ],
    "a value twice": [
      baseline("system: UBUNTU, rules: [{ priority: [Required, Standard, Required] }]"),
      ["4 baselines.ubuntu.rules[0].priority[2]", "Required once more", "each value once", "Remove one of the two."],
    ],
  });
});
