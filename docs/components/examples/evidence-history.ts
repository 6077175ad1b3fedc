import * as aws from "@pulumi/aws";
import { EvidenceHistory } from "fleet-patching/components/aws";

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

const history = new EvidenceHistory(
  "history",
  {
    ...reader,
    machineName: "patching-history",
    roleName: "patching-history",
    scheduleName: "patching-history",
    scheduleRoleName: "patching-history-schedule",
    logGroupName: "/patching/history",
    schedule: "cron(0 5 * * ? *)",
    statements: [{ name: "AppendTags", sql: "INSERT INTO history_tags SELECT * FROM new_tags" }],
    findings: [],
    history: [{ folder: "history/tags", table: "history_tags" }],
    tags: {},
  },
  { providers },
);

export const machineArn = history.machineArn;
