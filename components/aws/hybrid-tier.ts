import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { serviceSettingArn } from "./host-management";

/** What the tier of a region's hybrid machines needs. */
export interface HybridTierArgs {
  readonly region: string;
  /** The account's id, 12 digits. */
  readonly account: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
}

/**
 * Puts all hybrid machines of an account and region on the advanced tier, which costs money for each: needed above 1,000
 * machines, and to patch Microsoft's applications on them.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-configure-instance-tiers.html
 */
export class HybridTier extends pulumi.ComponentResource {
  constructor(name: string, args: HybridTierArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:HybridTier", name, {}, opts);
    new ssm.ServiceSetting(
      `${name}-setting`,
      { region: args.region, settingId: serviceSettingArn(args, "activation-tier"), settingValue: "advanced" },
      { parent: this, deleteBeforeReplace: true },
    );
    this.registerOutputs({});
  }
}
