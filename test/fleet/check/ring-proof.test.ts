import { ringProof } from "../../../fleet/check/ring-proof";
import { replaced, SHARED_FLEET, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

const TWO_RINGS = replaced(SMALL_FLEET, "groups:", "  - { name: late, after: dev, install: saturdays 03:00 }\ngroups:");
const late = (keys: string) => replaced(TWO_RINGS, "after: dev,", `after: dev, ${keys},`);

describe("ringProof", () => {
  accepts(ringProof, {
    "a single account without evidence, whose rings follow by the calendar": TWO_RINGS,
    "a single account that keeps evidence": `${late("prove: evidence, health: { patched: 80 % }")}evidence: {}\n`,
    "an organization, which keeps it in any case": replaced(SHARED_FLEET, "soak:", "prove: evidence, health: {}, soak:"),
  });
  rejects(ringProof, {
    "a ring that waits for evidence of which none is kept": [
      late("prove: evidence"),
      [
        "7 rings[1].prove",
        "evidence, of which none is kept",
        "evidence that is kept",
        "Write `evidence: {}` in the file, or `prove: calendar`.",
      ],
    ],
    "a health where nobody asks evidence": [
      replaced(SHARED_FLEET, "soak:", "prove: calendar, health: {}, soak:"),
      [
        "12 rings[1].health",
        "`health` on a ring that follows by schedule and soak alone",
        "a health only where evidence proves the ring before",
        "Remove `health`, or write `prove: evidence`.",
      ],
    ],
  });
});
