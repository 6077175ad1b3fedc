import { reviews } from "../../../fleet/check/reviews";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

function shop(settings: string): string {
  return replaced(SHARED_FLEET, "shop: { ring: prod,", `shop: { ring: prod, ${settings},`);
}

describe("reviews", () => {
  accepts(reviews, {
    "a review with approvers and without a restart": shop("review: required, approvers: [alice, bob], reboot: NoReboot"),
    "a review that says nothing about restarts": shop("review: required, approvers: [alice]"),
    "an automatic group that restarts": shop("reboot: RebootIfNeeded"),
  });
  rejects(reviews, {
    "a review that nobody can approve": [
      shop("review: required"),
      [
        "15 groups.shop.approvers",
        "nothing",
        "at least one approver, as a review is required",
        "Add `approvers:` with who may approve, or write `review: none`.",
      ],
    ],
    "a sensitive group that restarts by itself": [
      shop("review: required, approvers: [alice], reboot: RebootIfNeeded"),
      [
        "15 groups.shop.reboot",
        "RebootIfNeeded",
        "NoReboot: a sensitive server restarts when people say so",
        "Write `NoReboot`, or remove the line.",
      ],
    ],
    "a review with a standing schedule": [
      shop("review: required, approvers: [alice], install: mondays 03:00"),
      [
        "15 groups.shop.install",
        "mondays 03:00",
        "no schedule: a group under review installs from an approval only",
        "Remove `install`, or write `review: none`.",
      ],
    ],
    "approvers whom nobody asks": [
      shop("approvers: [alice]"),
      [
        "15 groups.shop.approvers",
        "approvers without a review",
        "both or neither",
        "Write `review: required`, or remove `approvers`: nobody is asked.",
      ],
    ],
    "an approver twice": [
      shop("review: required, approvers: [alice, bob, alice]"),
      ["15 groups.shop.approvers[2]", "alice once more", "each approver once", "Remove one of the two."],
    ],
  });
});
