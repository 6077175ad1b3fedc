import { groupRings } from "../../../fleet/check/group-rings";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

describe("groupRings", () => {
  accepts(groupRings, { "groups in rings of the file": SHARED_FLEET });
  rejects(groupRings, {
    "a group in a ring that is not there": [
      replaced(SHARED_FLEET, "ring: prod", "ring: production"),
      ["15 groups.shop.ring", "production", "one of dev and prod", "Name a ring of this file."],
    ],
    "a ring with a letter too many": [
      replaced(SHARED_FLEET, "ring: prod", "ring: prodd"),
      ["15 groups.shop.ring", "prodd", "one of dev and prod", "Did you mean `prod`? Name a ring of this file."],
    ],
  });
});
