import * as aws from "@pulumi/aws";
import { RunIdentity } from "fleet-patching/components/aws";

const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: ["444444444444"] });

const identity = new RunIdentity(
  "runs",
  {
    account: "444444444444",
    partition: "aws",
    windowRoleName: "patching-window",
    runbookRoleName: "patching-runbook",
    runbooks: ["patching-install-web"],
    calendars: ["patching-calendar"],
    releases: ["arn:aws:ssm:eu-west-1:222222222222:parameter/patching/rings/prod"],
    tagKey: "PatchGroup",
    groups: ["web"],
    tags: { owner: "platform-team" },
  },
  { providers: [prod] },
);

export const windowRoleArn = identity.windowRoleArn;
