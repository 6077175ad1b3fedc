import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";

/** What the inventory of a region needs. */
export interface InventoryArgs {
  readonly region: string;
  readonly associationName: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Gathers what is installed on every managed server of a region, twice a day.
 *
 * There must be exactly one: a second one on the same server makes both fail, or one of them be skipped. Where Quick Setup
 * made one, remove it first.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-collection.html
 */
export class Inventory extends pulumi.ComponentResource {
  constructor(name: string, args: InventoryArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:Inventory", name, {}, opts);
    new ssm.Association(
      `${name}-association`,
      {
        region: args.region,
        associationName: args.associationName,
        name: "AWS-GatherSoftwareInventory",
        documentVersion: "$DEFAULT",
        parameters: {
          applications: "Enabled",
          awsComponents: "Enabled",
          windowsUpdates: "Enabled",
          instanceDetailedInformation: "Enabled",
        },
        targets: [{ key: "InstanceIds", values: ["*"] }],
        scheduleExpression: "rate(12 hours)",
        complianceSeverity: "UNSPECIFIED",
        tags: args.tags,
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
