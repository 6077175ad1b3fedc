import { listed } from "../closest";
import { definitionOf } from "../definition";
import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import { everyRule, filtersOf } from "./every-rule";
import { repeats } from "./repeats";

/** AWS takes this many filters a rule. @see PatchFilterGroup, PatchFilters */
const MOST_FILTERS = 4;

/** Rules without a filter, with more than AWS takes, with a value twice, or for applications without naming their family. */
export function ruleFilters(fleet: Fleet): Finding[] {
  return everyRule(fleet).flatMap(({ path, name, baseline, rule, place: rulePlace }): Finding[] => {
    const filters = filtersOf(rule);
    const words = Object.keys(filters);
    if (words.length === 0) {
      const fix = 'Add a filter, or write `product: ["*"]` to approve everything on purpose.';
      return [{ path, got: "a rule without a filter, which approves everything", want: "at least one filter", fix }];
    }
    const sent = definitionOf(name, baseline).ApprovalRules.PatchRules[rulePlace]?.PatchFilterGroup.PatchFilters.length ?? 0;
    const findings = Object.entries(filters).flatMap(([word, values]): Finding[] =>
      repeats(values, (value) => value).map((place) => ({
        path: [...path, word, place],
        got: `${values[place]} once more`,
        want: "each value once",
        fix: "Remove one of the two.",
      })),
    );
    if (sent > MOST_FILTERS) {
      const got = `${sent} filters: ${listed(words)}${filters.product ? "" : " and product, which AWS needs"}`;
      findings.push({ path, got, want: `at most ${MOST_FILTERS} filters`, fix: "Split the rule into two, or remove a filter." });
    }
    if (filters.patchSet?.includes("APPLICATION") === true && !filters.productFamily) {
      const fix = "Add `productFamily:`, such as `[Office]`.";
      findings.push({ path: [...path, "productFamily"], got: "nothing", want: "the family of the applications", fix });
    }
    return findings;
  });
}
