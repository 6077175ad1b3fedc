import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { bucketArn } from "./evidence-policies";
import { tlsOnly, type ResourceStatement } from "./policy-document";
import { privateBucket } from "./private-bucket";

/** One manifest: an object that is written once. */
export interface ManifestObject {
  /** The SHA-256 of its text, in lower-case hex: part of its logical name. */
  readonly digest: string;
  /** Its key, which holds the digest. */
  readonly key: string;
  /** The list as Patch Manager reads it. */
  readonly text: string;
}

/** What the bucket of an account's manifests in one region needs. */
export interface ManifestBucketArgs {
  readonly region: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  readonly bucketName: string;
  /** How long nobody can delete a manifest, in days from its writing. */
  readonly retentionDays: number;
  /** All manifests there are, of windows that have passed too. */
  readonly manifests: readonly ManifestObject[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The bucket in which the lists of what may be installed lie, each under its own digest, locked for their retention.
 *
 * Nothing changes a manifest once it is there: neither its text, which would be another digest, nor what a later provider
 * makes of its attributes, because each writing is a version more and the gate takes a manifest that was written once. When
 * the stack goes, the bucket stays as it is, with all that guards it. Servers and runbooks of the same account read it by
 * their own roles.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
export class ManifestBucket extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;

  constructor(name: string, args: ManifestBucketArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:ManifestBucket", name, {}, opts);
    const { bucket, ready } = privateBucket(this, name, {
      region: args.region,
      bucketName: args.bucketName,
      statements: manifestStatements(args),
      lifecycle: [],
      versioned: true,
      lockDays: args.retentionDays,
      tags: args.tags,
    });
    for (const { digest, key, text } of args.manifests) {
      new s3.BucketObjectv2(
        `${name}-${digest}`,
        {
          region: args.region,
          bucket: bucket.bucket,
          key,
          content: text,
          contentType: "application/yaml",
          checksumAlgorithm: "SHA256",
        },
        {
          parent: this,
          dependsOn: [...ready],
          deleteBeforeReplace: true,
          retainOnDelete: true,
          ignoreChanges: WRITTEN_ONCE,
        },
      );
    }
    this.bucketName = bucket.bucket;
    this.registerOutputs({ bucketName: this.bucketName });
  }
}

/** Everything of an object whose change would write it again, or take its lock away. */
const WRITTEN_ONCE = [
  "bucketKeyEnabled",
  "checksumAlgorithm",
  "content",
  "contentType",
  "etag",
  "forceDestroy",
  "metadata",
  "objectLockLegalHoldStatus",
  "objectLockMode",
  "objectLockRetainUntilDate",
  "serverSideEncryption",
  "storageClass",
  "tags",
];

/** Nobody speaks to it without TLS, hides a manifest behind a mark of deletion, or gets past its lock. */
function manifestStatements(args: ManifestBucketArgs): ResourceStatement[] {
  const bucket = bucketArn(args);
  return [
    {
      Sid: "WriteOnce",
      Effect: "Deny",
      Principal: "*",
      Action: ["s3:BypassGovernanceRetention", "s3:DeleteObject"],
      Resource: `${bucket}/*`,
    },
    tlsOnly(bucket),
  ];
}
