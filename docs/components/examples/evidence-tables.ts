import * as aws from "@pulumi/aws";
import { EvidenceTables } from "fleet-patching/components/aws";

const account = "222222222222";
const region = "eu-west-1";
const security = new aws.Provider("security", { region, allowedAccountIds: [account] });
const providers = [security];

const tables = new EvidenceTables(
  "tables",
  {
    region,
    databaseName: "patching_evidence",
    bucketName: "patching-evidence-222222222222",
    tables: [
      {
        name: "aws_tag",
        description: "The tags of each server",
        folder: "AWS:Tag",
        format: "json",
        columns: ["key", "value", "resourceid", "capturetime", "schemaversion"],
        partitions: {
          accountid: { type: "enum", values: ["333333333333", "444444444444"] },
          region: { type: "enum", values: ["eu-west-1"] },
          resourcetype: { type: "enum", values: ["ManagedInstanceInventory"] },
        },
      },
    ],
    tags: {},
  },
  { providers },
);

export const databaseName = tables.databaseName;
