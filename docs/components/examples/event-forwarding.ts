import * as aws from "@pulumi/aws";
import { EventForwarding } from "fleet-patching/components/aws";

const central = new aws.Provider("central", { region: "eu-west-1", allowedAccountIds: ["222222222222"] });

// The role is there already: EventRole makes it. The bus is central's.
new EventForwarding(
  "forward",
  {
    region: "eu-west-1",
    events: [
      {
        key: "commands",
        name: "patching-forward-commands",
        about: "Patch commands that failed",
        pattern: JSON.stringify({
          source: ["aws.ssm"],
          "detail-type": ["EC2 Command Status-change Notification"],
          detail: { "document-name": ["AWS-RunPatchBaseline"], status: ["Failed", "TimedOut"] },
        }),
      },
    ],
    busArn: "arn:aws:events:eu-west-1:999999999999:event-bus/patching",
    role: "arn:aws:iam::222222222222:role/patching-forward",
    tags: { owner: "platform-team" },
  },
  { providers: [central] },
);
