import * as pulumi from "@pulumi/pulumi";
import { logStatements, type EvidenceOwner } from "./evidence-policies";
import { privateBucket } from "./private-bucket";

/** What the access log of the evidence needs. */
export interface AccessLogArgs extends EvidenceOwner {
  /** The log bucket's name. */
  readonly logBucketName: string;
  /** How long the log is kept, in days. */
  readonly retentionDays: number;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The bucket that says who read and wrote the evidence. S3 writes its access log to no bucket with a key of KMS.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export class AccessLog extends pulumi.ComponentResource {
  readonly logBucketName: pulumi.Output<string>;
  /** What has to be there before S3 takes the bucket for a log. */
  readonly ready: readonly pulumi.Resource[];

  constructor(name: string, args: AccessLogArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:AccessLog", name, {}, opts);
    const { bucket, ready } = privateBucket(this, name, {
      region: args.region,
      bucketName: args.logBucketName,
      statements: logStatements(args, args.logBucketName),
      lifecycle: [{ id: "log", prefix: "evidence/", expireDays: args.retentionDays, oldVersionDays: args.retentionDays }],
      versioned: true,
      tags: args.tags,
    });
    this.logBucketName = bucket.bucket;
    this.ready = ready;
    this.registerOutputs({ logBucketName: this.logBucketName });
  }
}
