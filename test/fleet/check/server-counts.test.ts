import { serverCounts } from "../../../fleet/check/server-counts";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

function web(servers: string): string {
  return replaced(SHARED_FLEET, "web: { ring: dev,", `web: { ring: dev, servers: ${servers},`);
}

describe("serverCounts", () => {
  accepts(serverCounts, {
    "a count for all": web("50"),
    "counts by account and by region": web("{ nonprod: { eu-west-1: 20, us-east-1: 30 } }"),
  });
  rejects(serverCounts, {
    "a count for an account that the group is not in": [
      web("{ prod: 50 }"),
      ["14 groups.web.servers.prod", "prod", "an account of the group: nonprod", "Count servers only where the group has them."],
    ],
    "a count for a region that the group is not in": [
      web("{ nonprod: { ap-south-1: 5 } }"),
      [
        "14 groups.web.servers.nonprod.ap-south-1",
        "ap-south-1",
        "a region of the group there: eu-west-1 and us-east-1",
        "Count servers only where the group has them.",
      ],
    ],
  });
});
