import { ruleTiming } from "../../../fleet/check/rule-timing";
import { replaced, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

/** The small fleet with another baseline. */
function baseline(text: string): string {
  return replaced(SMALL_FLEET, "ubuntu: { system: UBUNTU, rules: [{ priority: [Required, Important] }] }", `ubuntu: { ${text} }`);
}

describe("ruleTiming", () => {
  accepts(ruleTiming, {
    "a delay, a day, and neither": baseline(
      "system: SUSE, rules: [{ classification: [Security], delay: 360 days }, { classification: [Security], until: 2026-01-01 }, { severity: [Low] }]",
    ),
  });
  rejects(ruleTiming, {
    "a delay and a day in one rule": [
      baseline("system: SUSE, rules: [{ classification: [Security], delay: 7 days, until: 2026-01-01 }]"),
      [
        "4 baselines.ubuntu.rules[0]",
        "a delay of 7 days and until 2026-01-01",
        "`delay` or `until`",
        "Keep one of the two; a second rule may have the other.",
      ],
    ],
    "a delay that AWS refuses": [
      baseline("system: SUSE, rules: [{ classification: [Security], delay: 361 days }]"),
      ["4 baselines.ubuntu.rules[0].delay", "361 days", "at most 360 days", "Write a shorter delay."],
    ],
  });
});
