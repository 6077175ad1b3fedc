import * as aws from "@pulumi/aws";
import { EvidenceQueries } from "fleet-patching/components/aws";

const account = "222222222222";
const region = "eu-west-1";
const security = new aws.Provider("security", { region, allowedAccountIds: [account] });
const providers = [security];

const queries = new EvidenceQueries(
  "queries",
  {
    region,
    account,
    workgroupName: "patching-evidence",
    databaseName: "patching_evidence",
    bucketName: "patching-evidence-222222222222",
    keyArn: "arn:aws:kms:eu-west-1:222222222222:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    scanLimit: 100_000_000_000,
    queries: [{ name: "tags", description: "Which tags are there?", sql: "SELECT DISTINCT key, value FROM aws_tag" }],
    tags: {},
  },
  { providers },
);

export const workgroupName = queries.workgroupName;
