import rule from "fleet-patching-policy/rules/evidence/data-sync-is-right";
import { evidence } from "../../support/evidence";
import { ref } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const DESTINATION = "sync.props.s3Destination";

export const cases = testRule({
  rule,
  compliant: evidence,
  valid: [
    { name: "JSON to a plain bucket" },
    { name: "no format, which means JSON", changes: [[`${DESTINATION}.syncFormat`, undefined]] },
    {
      name: "a bucket of the organization",
      changes: [[`${DESTINATION}.destinationDataSharing`, { destinationDataSharingType: "Organization" }]],
    },
    {
      name: "a second sync in another region",
      changes: [["second", { ...evidence["sync"], props: { ...evidence["sync"]!.props, region: "us-east-1" } }]],
    },
  ],
  invalid: [
    {
      name: "another format",
      change: [`${DESTINATION}.syncFormat`, "Parquet"],
      finds: ["sync, s3Destination.syncFormat: Parquet"],
    },
    {
      name: "another kind of sharing",
      change: [`${DESTINATION}.destinationDataSharing`, { destinationDataSharingType: "Account" }],
      finds: ["sync, s3Destination.destinationDataSharing: Account"],
    },
    {
      name: "a bucket with Object Lock",
      change: ["bucket.props.objectLockEnabled", true],
      finds: ["sync, s3Destination.bucketName: bucket, which has Object Lock"],
    },
    {
      name: "a bucket whose Object Lock is a resource of its own",
      change: [
        "lock",
        { type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", props: { bucket: ref("bucket.id") } },
      ],
      finds: ["sync, s3Destination.bucketName: bucket, which has Object Lock"],
    },
    {
      name: "a second sync in the region",
      change: ["second", evidence["sync"]],
      finds: ["sync, its region: a second sync beside second"],
    },
  ],
});
