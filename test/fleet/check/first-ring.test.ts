import { firstRing } from "../../../fleet/check/first-ring";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

describe("firstRing", () => {
  accepts(firstRing, { "soak and proof of a ring after another": replaced(SHARED_FLEET, "soak:", "prove: evidence, soak:") });
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
  });
});
