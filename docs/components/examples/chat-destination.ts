import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ChatDestination } from "fleet-patching/components/aws";

const central = new aws.Provider("central", { region: "eu-west-1", allowedAccountIds: ["222222222222"] });

const secrets = new pulumi.Config();
const chat = new ChatDestination(
  "chat",
  {
    region: "eu-west-1",
    destinationName: "patching-chat",
    url: "https://slack.com/api/chat.postMessage",
    header: "Authorization",
    secret: secrets.getSecret("webhook-chat") ?? "Bearer of-a-bot",
  },
  { providers: [central] },
);

export const destinationArn = chat.destinationArn;
