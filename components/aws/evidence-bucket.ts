import * as kms from "@pulumi/aws/kms";
import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { evidenceLifecycle } from "./evidence-lifecycle";
import { bucketStatements, keyStatements, type EvidenceOwner } from "./evidence-policies";
import { policyText } from "./policy-document";
import { privateBucket } from "./private-bucket";

/** What the bucket of the evidence needs. */
export interface EvidenceBucketArgs extends EvidenceOwner {
  /** The bucket that receives the access log, by name. It must let S3 write there already. */
  readonly logBucketName: pulumi.Input<string>;
  /** What lets S3 write there, when the same program makes it. @default [] */
  readonly logReady?: readonly pulumi.Resource[];
  /** The key's alias, without `alias/`. */
  readonly keyAlias: string;
  /** How long history and records of runs are kept, in days. */
  readonly retentionDays: number;
  /** After how many days without an update a server's files are deleted. */
  readonly departedDays: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** A key that was deleted by mistake can be had back for this long: the longest that there is. */
const KEY_WAITS_DAYS = 30;

/**
 * The bucket into which every account's data syncs and runbooks write, with a key of its own.
 *
 * The sync names no key: what it writes takes the bucket's own, whose id no other account needs to know. Versions are kept
 * because a sync overwrites each server's file.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-create-resource-data-sync.html
 */
export class EvidenceBucket extends pulumi.ComponentResource {
  readonly bucketName: pulumi.Output<string>;
  readonly keyArn: pulumi.Output<string>;

  constructor(name: string, args: EvidenceBucketArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:EvidenceBucket", name, {}, opts);
    const { region, tags } = args;
    const key = new kms.Key(
      `${name}-key`,
      {
        region,
        description: "Encrypts the evidence of the fleet",
        enableKeyRotation: true,
        deletionWindowInDays: KEY_WAITS_DAYS,
        policy: policyText(keyStatements(args)),
        tags,
      },
      { parent: this, protect: true },
    );
    const alias = { region, name: `alias/${args.keyAlias}`, targetKeyId: key.keyId };
    new kms.Alias(`${name}-alias`, alias, { parent: this, deleteBeforeReplace: true });
    const { bucket, ready } = privateBucket(this, name, {
      region,
      bucketName: args.bucketName,
      keyArn: key.arn,
      statements: bucketStatements(args),
      lifecycle: evidenceLifecycle(args),
      versioned: true,
      tags,
    });
    const logging = { region, bucket: bucket.bucket, targetBucket: args.logBucketName, targetPrefix: "evidence/" };
    const dependsOn = [...ready, ...(args.logReady ?? [])];
    new s3.BucketLogging(`${name}-logging`, logging, { parent: this, deleteBeforeReplace: true, dependsOn });
    this.bucketName = bucket.bucket;
    this.keyArn = key.arn;
    this.registerOutputs({ bucketName: this.bucketName, keyArn: this.keyArn });
  }
}
