import { ringNames } from "../../../fleet/check/ring-names";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

describe("ringNames", () => {
  accepts(ringNames, { "rings with names of their own": SHARED_FLEET });
  rejects(ringNames, {
    "two rings of one name": [
      replaced(SHARED_FLEET, "name: prod, after: dev", "name: dev"),
      ["12 rings[1].name", "a second ring dev", "each ring's name once", "Rename one of the two rings."],
    ],
  });
});
