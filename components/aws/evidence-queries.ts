import * as athena from "@pulumi/aws/athena";
import * as pulumi from "@pulumi/pulumi";
import { RESULTS } from "./evidence-lifecycle";

/** One question, as people find it in Athena's console. */
export interface EvidenceQuery {
  /** Its name. */
  readonly name: string;
  /** The question in words, at most 1,024 characters. */
  readonly description: string;
  /** One statement, for Athena. */
  readonly sql: string;
}

/** What asking the evidence needs. */
export interface EvidenceQueriesArgs {
  readonly region: string;
  readonly workgroupName: string;
  readonly databaseName: pulumi.Input<string>;
  readonly bucketName: pulumi.Input<string>;
  /** The account that owns the bucket, 12 digits. */
  readonly account: string;
  /** The key that encrypts answers, by ARN. */
  readonly keyArn: pulumi.Input<string>;
  /** The most that one query may read, in bytes; at least 10 MB. */
  readonly scanLimit: number;
  /** The questions to keep by name. */
  readonly queries: readonly EvidenceQuery[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The workgroup in which the evidence is asked, with a limit to what one query may read and a place for answers that no client
 * can choose otherwise, and every question by name.
 * @see https://docs.aws.amazon.com/athena/latest/ug/workgroups-manage-queries-control-costs.html
 */
export class EvidenceQueries extends pulumi.ComponentResource {
  readonly workgroupName: pulumi.Output<string>;

  constructor(name: string, args: EvidenceQueriesArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:EvidenceQueries", name, {}, opts);
    const { region } = args;
    const workgroup = new athena.Workgroup(
      `${name}-workgroup`,
      {
        region,
        name: args.workgroupName,
        description: "Asks the evidence of the fleet",
        // What is lost with it is who asked what, not what was answered.
        forceDestroy: true,
        configuration: {
          enforceWorkgroupConfiguration: true,
          publishCloudwatchMetricsEnabled: true,
          bytesScannedCutoffPerQuery: args.scanLimit,
          engineVersion: { selectedEngineVersion: "Athena engine version 3" },
          resultConfiguration: {
            outputLocation: pulumi.interpolate`s3://${args.bucketName}/${RESULTS}/`,
            expectedBucketOwner: args.account,
            encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: args.keyArn },
          },
        },
        tags: args.tags,
      },
      { parent: this, deleteBeforeReplace: true },
    );
    for (const query of args.queries) {
      new athena.NamedQuery(
        `${name}-${query.name}`,
        {
          region,
          name: query.name,
          description: query.description,
          workgroup: workgroup.name,
          database: args.databaseName,
          query: query.sql,
        },
        { parent: this },
      );
    }
    this.workgroupName = workgroup.name;
    this.registerOutputs({ workgroupName: this.workgroupName });
  }
}
