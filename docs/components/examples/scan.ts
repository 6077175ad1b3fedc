import * as aws from "@pulumi/aws";
import { Scan } from "fleet-patching/components/aws";

const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: ["444444444444"] });

new Scan(
  "weekly",
  { region: "eu-west-1", associationName: "patching-scan", schedule: "cron(0 12 ? * WED *)", tags: {} },
  { providers: [prod] },
);
