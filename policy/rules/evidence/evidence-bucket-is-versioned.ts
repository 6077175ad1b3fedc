import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { evidenceBuckets, partsOf } from "../../evidence-buckets";
import { about } from "../../finding";
import { at, flag, show } from "../../read";
import { BUCKETS, VERSIONING } from "../../vocabulary";

export default defineRule({
  name: "evidence-bucket-is-versioned",
  concern: "evidence",
  description: "The bucket that holds evidence keeps old versions.",
  why: "The data sync overwrites each server's file with its latest state. Without versions yesterday's state is gone, and nobody sees that a file was changed by hand.",
  remediation: "Turn versioning on.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.auditProtection, CONTROLS.auditRetention],
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
  unless: "A history elsewhere keeps every change.",
  resources: [...BUCKETS],
  check: (stack) =>
    evidenceBuckets(stack).flatMap((bucket) => {
      const states = partsOf(stack, bucket, ...VERSIONING).map(({ props }) => at(props["versioningConfiguration"], "status"));
      if (states.includes("Enabled") || flag(at(bucket.props["versioning"], "enabled")) === true) return [];
      return [about(bucket, "its versioning", show(states[0]), "Enabled")];
    }),
});
