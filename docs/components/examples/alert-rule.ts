import * as aws from "@pulumi/aws";
import { AlertRule } from "fleet-patching/components/aws";

const central = new aws.Provider("central", { region: "eu-west-1", allowedAccountIds: ["222222222222"] });

// The topic and the bus are there already: AlertTopic and AlertBus make them.
new AlertRule(
  "run-failed",
  {
    region: "eu-west-1",
    ruleName: "patching-run-failed",
    description: "A run did not finish",
    busName: "patching",
    pattern: JSON.stringify({
      source: ["aws.ssm"],
      "detail-type": ["EC2 Automation Execution Status-change Notification"],
      detail: { Definition: [{ prefix: "patching-install-" }], Status: ["Failed", "TimedOut", "Canceled"] },
    }),
    fields: { runbook: "$.detail.Definition", status: "$.detail.Status", account: "$.account" },
    targets: [
      {
        key: "mail",
        arn: "arn:aws:sns:eu-west-1:222222222222:patching-alerts",
        template: '"The run of <runbook> in account <account> ended as <status>."',
      },
    ],
    tags: { owner: "platform-team" },
  },
  { providers: [central] },
);
