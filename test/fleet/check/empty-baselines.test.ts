import { emptyBaselines } from "../../../fleet/check/empty-baselines";
import { replaced, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

/** The small fleet with another baseline. */
function baseline(text: string): string {
  return replaced(SMALL_FLEET, "ubuntu: { system: UBUNTU, rules: [{ priority: [Required, Important] }] }", `ubuntu: { ${text} }`);
}

describe("emptyBaselines", () => {
  accepts(emptyBaselines, {
    "a baseline with a rule": SMALL_FLEET,
    "a baseline with an approval only": baseline(
      "system: UBUNTU, approve: [{ patch: bash, owner: a, why: b, until: 2027-01-01 }]",
    ),
  });
  rejects(emptyBaselines, {
    "a baseline under which nothing is ever missing": [
      baseline("system: UBUNTU, reject: [{ patch: bash, owner: a, why: b, until: 2027-01-01 }]"),
      [
        "4 baselines.ubuntu",
        "a baseline that approves nothing, under which nothing is ever missing",
        "at least one rule",
        "Add `rules:`. To install only what a person approved, set `review: required` on the group.",
      ],
    ],
  });
});
