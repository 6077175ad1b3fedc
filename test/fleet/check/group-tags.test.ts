import { groupTags } from "../../../fleet/check/group-tags";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

describe("groupTags", () => {
  accepts(groupTags, {
    "one tag value in different accounts": replaced(SHARED_FLEET, "shop: { ring: prod,", "shop: { ring: prod, tag: web,"),
  });
  rejects(groupTags, {
    "two groups with one tag value in one place": [
      `${SHARED_FLEET}  cart: { ring: prod, tag: shop, baselines: [windows] }\n`,
      [
        "15 groups.shop.tag",
        "shop, the tag of group cart in the same account and region",
        "a tag value for each group",
        "Give one of the two another `tag`, or put them in different accounts or regions.",
      ],
    ],
  });
});
