import * as aws from "@pulumi/aws";
import { AlertKey } from "fleet-patching/components/aws";

const central = new aws.Provider("central", { region: "eu-west-1", allowedAccountIds: ["222222222222"] });

const key = new AlertKey(
  "alerts",
  {
    region: "eu-west-1",
    account: "222222222222",
    partition: "aws",
    keyName: "patching-alerts",
    topics: ["arn:aws:sns:eu-west-1:222222222222:patching-alerts"],
    tags: { owner: "platform-team" },
  },
  { providers: [central] },
);

export const keyArn = key.keyArn;
