import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";

/** What the scan of a region needs. */
export interface ScanArgs {
  readonly region: string;
  readonly associationName: string;
  /** In the grammar of associations, UTC, such as `cron(0 1 ? * SUN *)`. */
  readonly schedule: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Scans every managed server of a region, in a group or not.
 *
 * An association, because a maintenance window cannot reach servers without a tag. It scans at its times only: without
 * `applyOnlyAtCronInterval` it would also scan whenever it is changed.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateAssociation.html
 */
export class Scan extends pulumi.ComponentResource {
  constructor(name: string, args: ScanArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:Scan", name, {}, opts);
    new ssm.Association(
      `${name}-association`,
      {
        region: args.region,
        associationName: args.associationName,
        name: "AWS-RunPatchBaseline",
        documentVersion: "$DEFAULT",
        parameters: { Operation: "Scan", RebootOption: "NoReboot" },
        targets: [{ key: "InstanceIds", values: ["*"] }],
        scheduleExpression: args.schedule,
        applyOnlyAtCronInterval: true,
        maxConcurrency: "50%",
        maxErrors: "100%",
        complianceSeverity: "HIGH",
        tags: args.tags,
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
