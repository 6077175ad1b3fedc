import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { evidenceBuckets, partsOf } from "../../evidence-buckets";
import { about, type Finding } from "../../finding";
import { at, list, show, text } from "../../read";
import { BUCKETS } from "../../vocabulary";

export default defineRule({
  name: "evidence-bucket-is-encrypted",
  concern: "evidence",
  description: "The bucket that holds evidence says how it is encrypted.",
  why: "The evidence names every server and what it misses. A key of one's own shows who read it.",
  remediation: "Add a server-side encryption configuration with aws:kms, or at least AES256.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.auditProtection],
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html",
  unless: "S3's own default encryption is enough for you.",
  resources: [...BUCKETS],
  check: (stack) =>
    evidenceBuckets(stack).flatMap((bucket): readonly Finding[] => {
      const parts = partsOf(stack, bucket, ...CONFIGURATIONS).flatMap(({ props }) => list(props["rules"]));
      const own = list(at(bucket.props["serverSideEncryptionConfiguration"], "rule"));
      const algorithms = [...parts, ...own].map((rule) => at(rule, "applyServerSideEncryptionByDefault.sseAlgorithm"));
      if (algorithms.some((algorithm) => ["AES256", "aws:kms", "aws:kms:dsse"].includes(text(algorithm) ?? ""))) return [];
      return [about(bucket, "its encryption", show(algorithms[0]), "aws:kms, or AES256")];
    }),
});

const CONFIGURATIONS = [
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
];
