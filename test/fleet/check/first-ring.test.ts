import { firstRing } from "../../../fleet/check/first-ring";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

describe("firstRing", () => {
  accepts(firstRing, {
    "soak, proof, health and promotion of a ring after another": replaced(
      SHARED_FLEET,
      "soak:",
      "prove: evidence, health: { patched: 90 % }, promote: exact, soak:",
    ),
  });
  rejects(firstRing, {
    "a soak and a proof without a ring before": [
      replaced(SHARED_FLEET, "name: dev,", "name: dev, soak: 2 days, prove: evidence,"),
      [
        "11 rings[0].soak",
        "`soak` without `after`",
        "a ring before this one",
        "Write `after:` with the ring before, or remove `soak`.",
      ],
      [
        "11 rings[0].prove",
        "`prove` without `after`",
        "a ring before this one",
        "Write `after:` with the ring before, or remove `prove`.",
      ],
    ],
    "a health and a promotion without a ring before": [
      replaced(SHARED_FLEET, "name: dev,", "name: dev, health: {}, promote: exact,"),
      [
        "11 rings[0].health",
        "`health` without `after`",
        "a ring before this one",
        "Write `after:` with the ring before, or remove `health`.",
      ],
      [
        "11 rings[0].promote",
        "`promote` without `after`",
        "a ring before this one",
        "Write `after:` with the ring before, or remove `promote`.",
      ],
    ],
  });
});
