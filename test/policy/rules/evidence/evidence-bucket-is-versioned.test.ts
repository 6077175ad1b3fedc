import rule from "fleet-patching-policy/rules/evidence/evidence-bucket-is-versioned";
import { evidence } from "../../support/evidence";
import { testRule } from "../../support/test-rule";

const STATUS = "versioning.props.versioningConfiguration.status";
const NOTHING = ["bucket, its versioning: nothing"];

export const cases = testRule({
  rule,
  compliant: evidence,
  valid: [
    { name: "versioning's other type", changes: [["versioning.type", "aws:s3/bucketVersioningV2:BucketVersioningV2"]] },
    { name: "versions" },
    {
      name: "versions inside the bucket",
      changes: [
        ["versioning", undefined],
        ["bucket.props.versioning", { enabled: true }],
      ],
    },
    {
      name: "a bucket that holds no evidence",
      changes: [
        ["versioning", undefined],
        ["sync", undefined],
        ["policy", undefined],
      ],
    },
  ],
  invalid: [
    { name: "no versioning", change: ["versioning", undefined], finds: NOTHING },
    { name: "suspended versions", change: [STATUS, "Suspended"], finds: ["bucket, its versioning: Suspended"] },
    { name: "disabled versions", change: [STATUS, "Disabled"], finds: ["bucket, its versioning: Disabled"] },
    { name: "versions of another bucket", change: ["versioning.props.bucket", "other"], finds: NOTHING },
    { name: "no status", change: ["versioning.props.versioningConfiguration", {}], finds: NOTHING },
  ],
});
