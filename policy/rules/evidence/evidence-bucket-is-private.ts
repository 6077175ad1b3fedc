import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { evidenceBuckets, partsOf } from "../../evidence-buckets";
import { about, type Finding } from "../../finding";
import { flag, show, text } from "../../read";
import { BUCKETS, PUBLIC_ACCESS_BLOCK } from "../../vocabulary";

export default defineRule({
  name: "evidence-bucket-is-private",
  concern: "evidence",
  description: "The bucket that holds evidence blocks all public access.",
  why: "The evidence is a list of every server and of the holes it has.",
  remediation: "Add a BucketPublicAccessBlock with all four blocks on, and no public ACL.",
  severity: "critical",
  enforcement: "mandatory",
  controls: [CONTROLS.accessEnforcement, CONTROLS.auditProtection],
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  unless: "Never.",
  resources: [...BUCKETS, PUBLIC_ACCESS_BLOCK],
  check: (stack) =>
    evidenceBuckets(stack).flatMap((bucket): readonly Finding[] => {
      const acl = text(bucket.props["acl"]);
      const open: readonly Finding[] = acl?.startsWith("public") === true ? [about(bucket, "acl", acl, "private")] : [];
      const blocks = partsOf(stack, bucket, PUBLIC_ACCESS_BLOCK);
      if (blocks.length === 0) return [...open, about(bucket, "its public access block", "nothing", "all four blocks on")];
      const off = blocks.flatMap((block) =>
        BLOCKS.filter((name) => flag(block.props[name]) !== true).map((name) =>
          about(block, name, show(block.props[name]), "true"),
        ),
      );
      return [...open, ...off];
    }),
});

const BLOCKS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];
