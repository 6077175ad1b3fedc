import * as aws from "@pulumi/aws";
import { AuditorRole } from "fleet-patching/components/aws";

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

const auditor = new AuditorRole(
  "auditor",
  { ...reader, roleName: "patching-auditor", auditors: ["arn:aws:iam::555555555555:role/audit"], tags: {} },
  { providers },
);

export const roleArn = auditor.roleArn;
