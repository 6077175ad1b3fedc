import * as aws from "@pulumi/aws";
import { CommandLog } from "fleet-patching/components/aws";

const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: ["444444444444"] });

const log = new CommandLog(
  "commands",
  { region: "eu-west-1", logGroupName: "/patching/commands", tags: { owner: "platform-team" } },
  { providers: [prod] },
);

export const logGroupName = log.logGroupName;
