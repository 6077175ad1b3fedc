import { accountRegions } from "../../../fleet/check/account-regions";
import { replaced, SHARED_FLEET, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

function dev(regions: string): string {
  return replaced(SMALL_FLEET, "[eu-west-1]", `[${regions}]`);
}

describe("accountRegions", () => {
  accepts(accountRegions, {
    "regions of one partition": SHARED_FLEET,
    "an account in China": dev("cn-north-1, cn-northwest-1"),
    "an account in GovCloud": dev("us-gov-west-1, us-gov-east-1"),
  });
  rejects(accountRegions, {
    "a region twice": [
      dev("eu-west-1, us-east-1, eu-west-1"),
      ["2 accounts.dev.regions[2]", "eu-west-1 once more", "each region once", "Remove one of the two."],
    ],
    "an account across partitions": [
      dev("eu-west-1, cn-north-1, us-gov-west-1"),
      [
        "2 accounts.dev.regions",
        "regions of aws, aws-cn and aws-us-gov",
        "regions of one partition",
        "Give each partition an account of its own: an account's id is good in one partition only.",
      ],
    ],
    "an account in two partitions": [
      dev("eu-west-1, cn-north-1"),
      [
        "2 accounts.dev.regions",
        "regions of aws and aws-cn",
        "regions of one partition",
        "Give each partition an account of its own: an account's id is good in one partition only.",
      ],
    ],
    "an organization across partitions": [
      replaced(SHARED_FLEET, "[eu-west-1, us-east-1]", "[cn-north-1]"),
      [
        "3 accounts",
        "accounts in aws-cn and aws",
        "accounts of one partition",
        "Write one fleet file for each partition: an organization and what it shares end at the partition's border.",
      ],
    ],
  });
});
