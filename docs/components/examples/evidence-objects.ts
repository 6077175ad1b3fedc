import * as aws from "@pulumi/aws";
import { EvidenceObjects } from "fleet-patching/components/aws";

const account = "222222222222";
const region = "eu-west-1";
const security = new aws.Provider("security", { region, allowedAccountIds: [account] });
const providers = [security];

new EvidenceObjects(
  "expected",
  {
    region,
    bucketName: "patching-evidence-222222222222",
    keyArn: "arn:aws:kms:eu-west-1:222222222222:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    objects: [
      {
        name: "sundays-starts",
        key: "runs/starts/sundays.json",
        rows: [{ schedule: "sundays", starts: "2026-11-22T02:00:00Z" }],
      },
    ],
  },
  { providers },
);
