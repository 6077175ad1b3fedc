import * as aws from "@pulumi/aws";
import { AccessLog, EvidenceBucket } from "fleet-patching/components/aws";

const account = "222222222222";
const region = "eu-west-1";
const security = new aws.Provider("security", { region, allowedAccountIds: [account] });
const providers = [security];

const owner = {
  account,
  region,
  partition: "aws",
  bucketName: "patching-evidence-222222222222",
  organization: "o-a1b2c3d4e5",
  runbookRoleName: "patching-runbook",
};

const { logBucketName, ready: logReady } = new AccessLog(
  "log",
  { ...owner, logBucketName: "patching-evidence-logs-222222222222", retentionDays: 400, tags: {} },
  { providers },
);

const evidence = new EvidenceBucket(
  "evidence",
  { ...owner, logBucketName, logReady, keyAlias: "patching-evidence", retentionDays: 400, departedDays: 60, tags: {} },
  { providers },
);

export const keyArn = evidence.keyArn;
