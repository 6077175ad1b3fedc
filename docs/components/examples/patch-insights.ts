import * as aws from "@pulumi/aws";
import { PatchInsights } from "fleet-patching/components/aws";

const central = new aws.Provider("central", { region: "eu-west-1", allowedAccountIds: ["222222222222"] });

new PatchInsights(
  "insights",
  {
    region: "eu-west-1",
    tagKey: "PatchGroup",
    insights: [{ key: "web", name: "Web servers that lack patches", tag: "web" }],
  },
  { providers: [central] },
);
