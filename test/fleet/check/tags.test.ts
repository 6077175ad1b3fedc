import { tags } from "../../../fleet/check/tags";
import { SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

describe("tags", () => {
  accepts(tags, {
    "as many tags as a resource can have": `${SHARED_FLEET}tags: { ${Array.from({ length: 49 }, (_, place) => `t${place}: x`).join(", ")} }\n`,
    "tags of one's own": `${SHARED_FLEET}tags: { team: platform, cost centre: "4711", empty: "" }\n`,
  });
  rejects(tags, {
    "tags that mean something else": [
      `${SHARED_FLEET}tags: { AWS:owner: x, managed-by: us, PatchGroup: web }\n`,
      [
        "16 tags.AWS:owner",
        "AWS:owner",
        "a key that does not begin with `aws:`, which AWS keeps for itself",
        "Choose another key.",
      ],
      ["16 tags.managed-by", "managed-by", "another key: the fleet marks its resources with this one", "Choose another key."],
      [
        "16 tags.PatchGroup",
        "PatchGroup",
        "another key: this one puts servers into patch groups",
        "Remove it, and tag the servers themselves.",
      ],
    ],
    "more tags than a resource can have": [
      `${SHARED_FLEET}tags: { ${Array.from({ length: 50 }, (_, place) => `t${place}: x`).join(", ")} }\n`,
      ["16 tags", "50 tags", "at most 49, as AWS takes 50 and the fleet adds one", "Remove some tags."],
    ],
  });
});
