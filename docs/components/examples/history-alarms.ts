import * as aws from "@pulumi/aws";
import { HistoryAlarms } from "fleet-patching/components/aws";

const central = new aws.Provider("central", { region: "eu-west-1", allowedAccountIds: ["222222222222"] });

new HistoryAlarms(
  "history",
  {
    region: "eu-west-1",
    stateMachine: "arn:aws:states:eu-west-1:222222222222:stateMachine:patching-history",
    silentName: "patching-history-silent",
    failedName: "patching-history-failed",
    topicArn: "arn:aws:sns:eu-west-1:222222222222:patching-alerts",
    tags: { owner: "platform-team" },
  },
  { providers: [central] },
);
