import rule from "fleet-patching-policy/rules/review/manifest-bucket-is-write-once";
import { changed, ref, type Fixture } from "../../support/fixture";
import { handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const LIST = "install.props.taskInvocationParameters.runCommandParameters.parameters.2";
const STATUS = "versioning.props.versioningConfiguration.status";
const RETENTION = "lock.props.rule.defaultRetention";
const NOT_KEPT = ["bucket, its default retention: nothing"];

const program: Fixture = {
  ...handwritten,
  bucket: { type: "aws:s3/bucket:Bucket", props: { bucket: "lists", objectLockEnabled: true } },
  versioning: {
    type: "aws:s3/bucketVersioning:BucketVersioning",
    props: { bucket: ref("bucket.id"), versioningConfiguration: { status: "Enabled" } },
  },
  lock: {
    type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    props: { bucket: "lists", rule: { defaultRetention: { mode: "GOVERNANCE", days: 400 } } },
  },
};

export const cases = testRule({
  rule,
  compliant: changed(program, [[LIST, { name: "InstallOverrideList", values: ["s3://lists/a.yaml"] }]]),
  valid: [
    { name: "a bucket that locks" },
    { name: "years", changes: [[RETENTION, { mode: "COMPLIANCE", years: 1 }]] },
    {
      name: "a bucket that holds no list",
      changes: [
        [`${LIST}.values.0`, "s3://others/a.yaml"],
        ["lock", undefined],
        ["versioning", undefined],
        ["bucket.props.objectLockEnabled", undefined],
      ],
    },
    {
      name: "no list",
      changes: [
        [LIST, undefined],
        ["lock", undefined],
      ],
    },
    {
      name: "a list that is no object of a bucket, which another rule tells",
      changes: [
        [`${LIST}.values.0`, "https://lists.example/a.yaml"],
        ["lock", undefined],
      ],
    },
  ],
  invalid: [
    {
      name: "a bucket without Object Lock",
      change: ["bucket.props.objectLockEnabled", undefined],
      finds: ["bucket, objectLockEnabled: nothing"],
    },
    {
      name: "Object Lock turned off",
      change: ["bucket.props.objectLockEnabled", false],
      finds: ["bucket, objectLockEnabled: false"],
    },
    { name: "no default retention", change: ["lock", undefined], finds: NOT_KEPT },
    { name: "a lock without a rule", change: ["lock.props.rule", undefined], finds: NOT_KEPT },
    { name: "the lock of another bucket", change: ["lock.props.bucket", "others"], finds: NOT_KEPT },
    {
      name: "a retention of no days",
      change: [RETENTION, { days: 0 }],
      finds: ['bucket, its default retention: {"days":0}'],
    },
    { name: "no versions", change: ["versioning", undefined], finds: ["bucket, its versioning: nothing"] },
    { name: "suspended versions", change: [STATUS, "Suspended"], finds: ["bucket, its versioning: Suspended"] },
  ],
});
