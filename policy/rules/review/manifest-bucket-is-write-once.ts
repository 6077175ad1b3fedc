import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { partsOf } from "../../evidence-buckets";
import { about, type Finding } from "../../finding";
import { bucketOf, manifestsOf } from "../../patching/manifests";
import { at, flag, number, show, text } from "../../read";
import type { Resource } from "../../resource";
import type { Stack } from "../../stack";
import { BUCKETS, OBJECT_LOCK, VERSIONING } from "../../vocabulary";

export default defineRule({
  name: "manifest-bucket-is-write-once",
  concern: "review",
  description: "The bucket that holds lists of patches locks them when they are written.",
  why: "Between the approval and the install, and long after it, a list that somebody can delete or replace proves nothing of what was approved.",
  remediation: "Make the bucket with Object Lock, keep versions, and give it a default retention.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl, CONTROLS.auditProtection],
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html",
  unless: "Lists are kept by something else that nobody can change.",
  resources: [...BUCKETS],
  check: (stack) => manifestBuckets(stack).flatMap((bucket) => findingsOf(stack, bucket)),
});

/** The buckets of this stack from which something in it installs. */
function manifestBuckets(stack: Stack): readonly Resource[] {
  const names = new Set(manifestsOf(stack).map(bucketOf));
  return stack.of(...BUCKETS).filter(({ props }) => names.has(text(props["bucket"]) ?? ""));
}

function findingsOf(stack: Stack, bucket: Resource): readonly Finding[] {
  const retention = partsOf(stack, bucket, OBJECT_LOCK).map(({ props }) => at(props, "rule.defaultRetention"));
  const locked = retention.some((each) => (number(at(each, "days")) ?? number(at(each, "years")) ?? 0) > 0);
  const states = partsOf(stack, bucket, ...VERSIONING).map(({ props }) => at(props, "versioningConfiguration.status"));
  return [
    ...(flag(bucket.props["objectLockEnabled"]) === true
      ? []
      : [about(bucket, "objectLockEnabled", show(bucket.props["objectLockEnabled"]), "true")]),
    ...(locked ? [] : [about(bucket, "its default retention", show(retention[0]), "days or years in which nobody deletes")]),
    ...(states.includes("Enabled") ? [] : [about(bucket, "its versioning", show(states[0]), "Enabled")]),
  ];
}
