import { accountIds } from "../../../fleet/check/account-ids";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

describe("accountIds", () => {
  accepts(accountIds, { "accounts with ids of their own": SHARED_FLEET });
  rejects(accountIds, {
    "one account under two names": [
      replaced(SHARED_FLEET, "333333333333", "444444444444"),
      [
        "6 accounts.prod.id",
        "444444444444, which is nonprod already",
        "each account once",
        "Correct one of the two ids, or keep one account with all its regions.",
      ],
    ],
  });
});
