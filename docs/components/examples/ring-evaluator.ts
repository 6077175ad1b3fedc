import * as aws from "@pulumi/aws";
import { RingEvaluator } from "fleet-patching/components/aws";

const account = "222222222222";
const region = "eu-west-1";
const security = new aws.Provider("security", { region, allowedAccountIds: [account] });
const providers = [security];

const reader = {
  account,
  region,
  partition: "aws",
  bucketName: "patching-evidence-222222222222",
  keyAlias: "patching-evidence",
  databaseName: "patching_evidence",
  workgroupName: "patching-evidence",
};

const evaluator = new RingEvaluator(
  "prod",
  {
    ...reader,
    machineName: "patching-evaluator-prod",
    roleName: "patching-evaluator-prod",
    scheduleRoleName: "patching-evaluate-prod",
    logGroupName: "/patching/evaluators/prod",
    ring: "prod",
    sql: "SELECT release FROM health_of_nonprod",
    alarms: ["checkout-errors"],
    parameterName: "/patching/rings/prod/proved",
    parameterArn: `arn:aws:ssm:${region}:${account}:parameter/patching/rings/prod/proved`,
    tier: "Standard",
    told: null,
    times: [
      {
        key: "sunday",
        name: "patching-evaluator-prod",
        description: "Two hours before the window on Sundays at 02:00, and again one hour before",
        expression: "cron(0 0,1 ? * SUN *)",
        zone: "Europe/Paris",
      },
    ],
    tags: {},
  },
  { providers },
);

export const machineArn = evaluator.machineArn;
