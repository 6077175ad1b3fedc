import * as aws from "@pulumi/aws";
import { EventRole } from "fleet-patching/components/aws";

const central = new aws.Provider("central", { region: "eu-west-1", allowedAccountIds: ["222222222222"] });

const role = new EventRole(
  "forward",
  {
    account: "222222222222",
    roleName: "patching-forward",
    description: "Sends patching events to central",
    service: "events",
    action: "events:PutEvents",
    resources: ["arn:aws:events:eu-west-1:999999999999:event-bus/patching"],
    tags: { owner: "platform-team" },
  },
  { providers: [central] },
);

export const roleArn = role.roleArn;
