import * as ram from "@pulumi/aws/ram";
import * as pulumi from "@pulumi/pulumi";

/** What a share needs. */
export interface OrganizationShareArgs {
  readonly region: string;
  readonly shareName: string;
  /** The organization or its units, by ARN. */
  readonly principals: readonly string[];
  /** What is shared, by ARN, each under a key that is part of logical names. */
  readonly shared: readonly { readonly key: string; readonly arn: string; readonly resource: pulumi.Resource }[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Shares parameters with the organization, and with nobody outside it.
 *
 * Sharing with the organization has to be turned on once in RAM, in the management account; else members get invitations.
 * @see https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html
 */
export class OrganizationShare extends pulumi.ComponentResource {
  readonly shareArn: pulumi.Output<string>;

  constructor(name: string, args: OrganizationShareArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:OrganizationShare", name, {}, opts);
    const share = new ram.ResourceShare(
      `${name}-share`,
      { region: args.region, name: args.shareName, allowExternalPrincipals: false, tags: args.tags },
      { parent: this },
    );
    for (const { key, arn, resource } of args.shared) {
      new ram.ResourceAssociation(
        `${name}-${key}`,
        { region: args.region, resourceArn: arn, resourceShareArn: share.arn },
        { parent: this, deleteBeforeReplace: true, dependsOn: resource },
      );
    }
    for (const principal of args.principals) {
      const [, unit = "organization"] = principal.split(":ou/");
      new ram.PrincipalAssociation(
        `${name}-${unit.replaceAll("/", "-")}`,
        { region: args.region, principal, resourceShareArn: share.arn },
        { parent: this, deleteBeforeReplace: true },
      );
    }
    this.shareArn = share.arn;
    this.registerOutputs({ shareArn: this.shareArn });
  }
}
