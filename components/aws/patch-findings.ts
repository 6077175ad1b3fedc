import * as securityhub from "@pulumi/aws/securityhub";
import * as pulumi from "@pulumi/pulumi";

/** What patch findings in Security Hub need. */
export interface PatchFindingsArgs {
  readonly region: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
}

/**
 * Lets Patch Manager's findings into Security Hub, which must be on in the account and region already: it costs money, so
 * nothing here turns it on.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-security-hub-integration.html
 */
export class PatchFindings extends pulumi.ComponentResource {
  constructor(name: string, args: PatchFindingsArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:PatchFindings", name, {}, opts);
    const { region, partition } = args;
    new securityhub.ProductSubscription(
      `${name}-subscription`,
      { region, productArn: `arn:${partition}:securityhub:${region}::product/aws/ssm-patch-manager` },
      { parent: this, deleteBeforeReplace: true },
    );
    this.registerOutputs({});
  }
}
