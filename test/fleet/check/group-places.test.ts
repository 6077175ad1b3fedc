import { groupPlaces } from "../../../fleet/check/group-places";
import { replaced, SHARED_FLEET, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

describe("groupPlaces", () => {
  accepts(groupPlaces, {
    "groups in the accounts of their rings": SHARED_FLEET,
    "some regions of the accounts": replaced(SHARED_FLEET, "web: { ring: dev,", "web: { ring: dev, regions: [us-east-1],"),
    "a selection that is told elsewhere": replaced(SHARED_FLEET, "accounts: [prod]", "accounts: [nowhere]"),
  });
  rejects(groupPlaces, {
    "accounts outside those of the ring": [
      replaced(SHARED_FLEET, "web: { ring: dev,", "web: { ring: dev, accounts: [nonprod, prod],"),
      [
        "14 groups.web.accounts",
        "prod",
        "accounts of ring dev: nonprod",
        "Select accounts of the group's ring, or remove `accounts` from the ring.",
      ],
    ],
    "a region that none of the accounts has": [
      replaced(SHARED_FLEET, "web: { ring: dev,", "web: { ring: dev, regions: [us-east-2],"),
      [
        "14 groups.web.regions[0]",
        "us-east-2",
        "one of eu-west-1 and us-east-1",
        "Did you mean `us-east-1`? Name a region of the group's accounts, or add it to one.",
      ],
    ],
    "a region twice": [
      replaced(SHARED_FLEET, "web: { ring: dev,", "web: { ring: dev, regions: [us-east-1, us-east-1],"),
      ["14 groups.web.regions[1]", "us-east-1 once more", "each region once", "Remove one of the two."],
    ],
    "a group that only the central account is left for": [
      replaced(
        SMALL_FLEET,
        "accounts:",
        'organization: { id: o-a1b2c3d4e5, managementAccount: "111111111111" }\ncentral: { account: dev, home: eu-west-1 }\naccounts:',
      ),
      [
        "10 groups.dev",
        "no account: the only one is central",
        "at least one account",
        "Add an account for its servers, or select the central one by name in `accounts`.",
      ],
    ],
  });
});
