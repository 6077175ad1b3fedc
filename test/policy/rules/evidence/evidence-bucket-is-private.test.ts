import rule from "fleet-patching-policy/rules/evidence/evidence-bucket-is-private";
import { evidence } from "../../support/evidence";
import { testRule } from "../../support/test-rule";

export const cases = testRule({
  rule,
  compliant: evidence,
  valid: [
    { name: "all four blocks" },
    { name: "a private ACL", changes: [["bucket.props.acl", "private"]] },
    {
      name: "a bucket that holds no evidence",
      changes: [
        ["block", undefined],
        ["sync", undefined],
        ["policy", undefined],
      ],
    },
  ],
  invalid: [
    { name: "no block", change: ["block", undefined], finds: ["bucket, its public access block: nothing"] },
    ...["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].map((name) => ({
      name: `${name} off`,
      change: [`block.props.${name}`, false] as const,
      finds: [`block, ${name}: false`],
    })),
    {
      name: "a block that is not written",
      change: ["block.props.restrictPublicBuckets", undefined],
      finds: ["block, restrictPublicBuckets: nothing"],
    },
    { name: "a public ACL", change: ["bucket.props.acl", "public-read"], finds: ["bucket, acl: public-read"] },
    {
      name: "the block of another bucket",
      change: ["block.props.bucket", "other"],
      finds: ["bucket, its public access block: nothing"],
    },
  ],
});
