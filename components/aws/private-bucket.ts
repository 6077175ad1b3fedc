import * as s3 from "@pulumi/aws/s3";
import type * as pulumi from "@pulumi/pulumi";
import type { LifecycleRule } from "./evidence-lifecycle";
import { policyText, type ResourceStatement } from "./policy-document";

/** What a bucket that nobody outside may see needs. */
export interface PrivateBucketArgs {
  readonly region: string;
  readonly bucketName: string;
  /** The key that encrypts it. @default S3's own */
  readonly keyArn?: pulumi.Input<string>;
  readonly statements: readonly ResourceStatement[];
  readonly lifecycle: readonly LifecycleRule[];
  readonly versioned: boolean;
  /** How long nobody can delete what is written, in days; such a bucket outlives its stack. @default nothing is locked */
  readonly lockDays?: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** A bucket, and what its users wait for: until its policy stands they would be refused. */
export interface PrivateBucket {
  readonly bucket: s3.Bucket;
  readonly ready: readonly pulumi.Resource[];
}

/**
 * Makes a private bucket: no public access, no access lists, encrypted, protected from deletion. S3 refuses two changes of one
 * bucket at the same moment, hence one after another.
 */
export function privateBucket(parent: pulumi.Resource, name: string, args: PrivateBucketArgs): PrivateBucket {
  const { region, bucketName, tags } = args;
  const locked = args.lockDays !== undefined;
  const one = { parent, deleteBeforeReplace: true, ...(locked ? { retainOnDelete: true } : {}) };
  const bucket = new s3.Bucket(
    `${name}-bucket`,
    { region, bucket: bucketName, ...(locked ? { objectLockEnabled: true } : {}), tags },
    { ...one, protect: true },
  );
  const on = { region, bucket: bucket.bucket };
  const blocks = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
  const privacy = new s3.BucketPublicAccessBlock(`${name}-privacy`, { ...on, ...blocks }, one);
  const ownership = new s3.BucketOwnershipControls(
    `${name}-ownership`,
    { ...on, rule: { objectOwnership: "BucketOwnerEnforced" } },
    { ...one, dependsOn: privacy },
  );
  const encryption = new s3.BucketServerSideEncryptionConfiguration(
    `${name}-encryption`,
    { ...on, rules: [encryptionRule(args.keyArn)] },
    { ...one, dependsOn: ownership },
  );
  const versioning = args.versioned
    ? [
        new s3.BucketVersioning(
          `${name}-versioning`,
          { ...on, versioningConfiguration: { status: "Enabled" } },
          { ...one, dependsOn: encryption },
        ),
      ]
    : [];
  const lock = versioning.flatMap((version) => objectLock(name, args, on, { ...one, dependsOn: version }));
  const policy = new s3.BucketPolicy(
    `${name}-policy`,
    { ...on, policy: policyText(args.statements) },
    { ...one, dependsOn: [encryption, ...versioning, ...lock] },
  );
  const rules = args.lifecycle.map(lifecycleRule);
  if (rules.length > 0) new s3.BucketLifecycleConfiguration(`${name}-lifecycle`, { ...on, rules }, { ...one, dependsOn: policy });
  return { bucket, ready: [policy] };
}

/**
 * What is written is locked from the first moment. GOVERNANCE, not COMPLIANCE: a wrong number of days must be possible to mend; who
 * may get past it is the bucket's policy to say.
 */
function objectLock(
  name: string,
  { lockDays }: PrivateBucketArgs,
  on: { readonly region: string; readonly bucket: pulumi.Input<string> },
  opts: pulumi.CustomResourceOptions,
): s3.BucketObjectLockConfiguration[] {
  if (lockDays === undefined) return [];
  const rule = { defaultRetention: { mode: "GOVERNANCE", days: lockDays } };
  return [new s3.BucketObjectLockConfiguration(`${name}-lock`, { ...on, objectLockEnabled: "Enabled", rule }, opts)];
}

function encryptionRule(keyArn: pulumi.Input<string> | undefined) {
  if (keyArn === undefined) return { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } };
  // With a key of the bucket, S3 asks KMS once for many objects.
  return {
    applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
    bucketKeyEnabled: true,
  };
}

/** In the words of S3. Parts of uploads are given up after a week: none here takes an hour. */
function lifecycleRule(rule: LifecycleRule) {
  const expiration = rule.clears ? { expiredObjectDeleteMarker: true } : { days: rule.expireDays ?? 0 };
  return {
    id: rule.id,
    status: "Enabled",
    filter: { prefix: rule.prefix },
    expiration,
    noncurrentVersionExpiration: { noncurrentDays: rule.oldVersionDays },
    ...(rule.clears ? { abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } } : {}),
  };
}
