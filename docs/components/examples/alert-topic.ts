import * as aws from "@pulumi/aws";
import { AlertTopic } from "fleet-patching/components/aws";

const central = new aws.Provider("central", { region: "eu-west-1", allowedAccountIds: ["222222222222"] });

// The key is there already: AlertKey makes it.
const topic = new AlertTopic(
  "mail",
  {
    region: "eu-west-1",
    account: "222222222222",
    partition: "aws",
    topicName: "patching-alerts",
    topicArn: "arn:aws:sns:eu-west-1:222222222222:patching-alerts",
    keyArn: "arn:aws:kms:eu-west-1:222222222222:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
    mail: ["platform-team@example.com"],
    tags: { owner: "platform-team" },
  },
  { providers: [central] },
);

export const topicArn = topic.topicArn;
