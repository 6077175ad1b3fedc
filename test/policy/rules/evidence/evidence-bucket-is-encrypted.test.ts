import rule from "fleet-patching-policy/rules/evidence/evidence-bucket-is-encrypted";
import { evidence } from "../../support/evidence";
import { testRule } from "../../support/test-rule";

const ALGORITHM = "encryption.props.rules.0.applyServerSideEncryptionByDefault.sseAlgorithm";
const NOTHING = ["bucket, its encryption: nothing"];

export const cases = testRule({
  rule,
  compliant: evidence,
  valid: [
    {
      name: "the configuration's other type",
      changes: [
        ["encryption.type", "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2"],
      ],
    },
    { name: "a key of KMS" },
    { name: "S3's own key", changes: [[ALGORITHM, "AES256"]] },
    { name: "two layers", changes: [[ALGORITHM, "aws:kms:dsse"]] },
    {
      name: "a configuration inside the bucket",
      changes: [
        ["encryption", undefined],
        [
          "bucket.props.serverSideEncryptionConfiguration",
          { rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } } },
        ],
      ],
    },
    {
      name: "a bucket that holds no evidence",
      changes: [
        ["encryption", undefined],
        ["sync", undefined],
        ["policy", undefined],
      ],
    },
  ],
  invalid: [
    { name: "no configuration", change: ["encryption", undefined], finds: NOTHING },
    { name: "no rules", change: ["encryption.props.rules", []], finds: NOTHING },
    { name: "another algorithm", change: [ALGORITHM, "DES"], finds: ["bucket, its encryption: DES"] },
    { name: "the configuration of another bucket", change: ["encryption.props.bucket", "other"], finds: NOTHING },
    { name: "a rule without an algorithm", change: ["encryption.props.rules.0", {}], finds: NOTHING },
  ],
});

export const byPolicy = testRule({
  rule,
  compliant: Object.fromEntries(Object.entries(evidence).filter(([name]) => name !== "sync")),
  valid: [{ name: "a bucket that Systems Manager may write to" }],
  invalid: [
    {
      name: "a bucket that Systems Manager may write to, without a configuration",
      change: ["encryption", undefined],
      finds: NOTHING,
    },
  ],
});
