import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";

/** What the data sync of an account and region needs. */
export interface DataSyncArgs {
  readonly region: string;
  /** The sync's physical name. */
  readonly syncName: string;
  /** The bucket that takes the evidence, by name. It must let the sync write there already. */
  readonly bucketName: string;
  /** The bucket's region. */
  readonly bucketRegion: string;
  /** True where the bucket belongs to the organization and lets all of its accounts write. */
  readonly sharedByOrganization: boolean;
}

/**
 * Writes what each managed server of a region reports (inventory, compliance, patches) to the bucket of the evidence. One in an
 * account and region; whatever is changed about it makes it anew.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-create-resource-data-sync.html
 */
export class DataSync extends pulumi.ComponentResource {
  constructor(name: string, args: DataSyncArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:DataSync", name, {}, opts);
    new ssm.ResourceDataSync(
      `${name}-sync`,
      {
        region: args.region,
        name: args.syncName,
        s3Destination: {
          bucketName: args.bucketName,
          region: args.bucketRegion,
          syncFormat: "JsonSerDe",
          ...(args.sharedByOrganization ? { destinationDataSharing: { destinationDataSharingType: "Organization" } } : {}),
        },
      },
      { parent: this, deleteBeforeReplace: true },
    );
    this.registerOutputs({});
  }
}
