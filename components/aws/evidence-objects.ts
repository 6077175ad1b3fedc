import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";

/** One object of JSON lines: rows whose columns are all text. */
export interface EvidenceObject {
  /** Part of logical names. */
  readonly name: string;
  /** The object's key below the root of the evidence. */
  readonly key: string;
  /** A row a line; a column that is not known is left out. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** What writing objects into the evidence needs. */
export interface EvidenceObjectsArgs {
  readonly region: string;
  readonly bucketName: pulumi.Input<string>;
  /** The key that encrypts them, by ARN. */
  readonly keyArn: pulumi.Input<string>;
  /** The objects to write. */
  readonly objects: readonly EvidenceObject[];
}

/**
 * Writes what the fleet file expects, its servers and its runs, for the questions that compare them with what happened. Without
 * the fleet's tags: an object takes ten at most.
 */
export class EvidenceObjects extends pulumi.ComponentResource {
  constructor(name: string, args: EvidenceObjectsArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:EvidenceObjects", name, {}, opts);
    for (const object of args.objects) {
      new s3.BucketObjectv2(
        `${name}-${object.name}`,
        {
          region: args.region,
          bucket: args.bucketName,
          key: object.key,
          content: object.rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
          contentType: "application/x-ndjson",
          serverSideEncryption: "aws:kms",
          kmsKeyId: args.keyArn,
        },
        { parent: this, deleteBeforeReplace: true },
      );
    }
    this.registerOutputs({});
  }
}
