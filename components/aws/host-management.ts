import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";

/** What Default Host Management needs in one region. */
export interface HostManagementArgs {
  readonly region: string;
  /** The account's id, 12 digits. */
  readonly account: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  /** The role's name; its path is `/service-role/`. */
  readonly roleName: pulumi.Input<string>;
}

/**
 * Makes every instance of a region that has no profile of its own a managed server: EC2 only, with IMDSv2 and an agent of
 * 3.2.582 or newer, within half an hour.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-default-host-management-configuration.html
 */
export class HostManagement extends pulumi.ComponentResource {
  constructor(name: string, args: HostManagementArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:HostManagement", name, {}, opts);
    new ssm.ServiceSetting(
      `${name}-setting`,
      {
        region: args.region,
        settingId: serviceSettingArn(args, "default-ec2-instance-management-role"),
        settingValue: pulumi.interpolate`service-role/${args.roleName}`,
      },
      { parent: this, deleteBeforeReplace: true },
    );
    this.registerOutputs({});
  }
}

/** A setting is named by its full ARN, because that is what the provider reads back. */
export function serviceSettingArn(place: { partition: string; region: string; account: string }, setting: string): string {
  return `arn:${place.partition}:ssm:${place.region}:${place.account}:servicesetting/ssm/managed-instance/${setting}`;
}
