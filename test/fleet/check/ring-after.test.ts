import { ringAfter } from "../../../fleet/check/ring-after";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

const THREE = replaced(SHARED_FLEET, "groups:", "  - { name: late, after: prod, install: mondays 03:00 }\ngroups:");

describe("ringAfter", () => {
  accepts(ringAfter, { "rings in a row": THREE, "two rings after one": replaced(THREE, "after: prod", "after: dev") });
  rejects(ringAfter, {
    "a ring after one that is not there": [
      replaced(SHARED_FLEET, "after: dev", "after: devv"),
      ["12 rings[1].after", "devv", "one of dev", "Did you mean `dev`? Name a ring of this file."],
    ],
    "a ring after itself": [
      replaced(SHARED_FLEET, "after: dev", "after: prod"),
      ["12 rings[1].after", "prod, the ring itself", "the ring before it", "Name another ring, or remove `after`."],
    ],
    "rings in a circle, once for all of them": [
      replaced(THREE, "name: dev,", "name: dev, after: late,"),
      [
        "11 rings[0].after",
        "a circle: dev, then prod, then late, then dev",
        "rings one after another",
        "Remove `after` from the ring that comes first.",
      ],
    ],
    "a circle behind which another ring waits": [
      replaced(
        replaced(THREE, "name: dev,", "name: dev, after: prod,"),
        "after: prod, install: mondays",
        "after: dev, install: mondays",
      ),
      [
        "11 rings[0].after",
        "a circle: dev, then prod, then dev",
        "rings one after another",
        "Remove `after` from the ring that comes first.",
      ],
    ],
  });
});
