import * as iam from "@pulumi/aws/iam";
import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { trustSystemsManager } from "./policy-document";

/** What one activation needs. One serves one account, region and patch group: its tags go to the machines when they register. */
export interface HybridActivationArgs {
  readonly region: string;
  /** The account's id, 12 digits. */
  readonly account: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  /** The service role that the machines run under, by name, at most 64 characters. */
  readonly roleName: string;
  /** The policy that every node role carries beside AWS's own, by ARN. It must be there already. */
  readonly nodePolicyArn: string;
  /** The tag that makes the machines members of their patch group. */
  readonly tagKey: string;
  readonly group: string;
  /** When the activation lapses, RFC 3339 in UTC without fractions, at most 30 days from its making. Machines that registered stay. */
  readonly expires: string;
  /** How many machines may register with it, 1 to 1,000. */
  readonly limit: number;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * A hybrid activation and its service role: with its id and code, machines outside AWS register as managed servers.
 *
 * The code is a secret that neither AWS's provider nor its schema marks as one. The fleet's tags stay off the activation:
 * a changed tag would make it anew, and a new code with it.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateActivation.html
 */
export class HybridActivation extends pulumi.ComponentResource {
  readonly activationId: pulumi.Output<string>;
  /** Secret. */
  readonly activationCode: pulumi.Output<string>;

  constructor(name: string, args: HybridActivationArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:HybridActivation", name, {}, opts);
    const role = new iam.Role(
      `${name}-role`,
      {
        name: args.roleName,
        description: "For machines outside AWS that register with Systems Manager",
        assumeRolePolicy: trustSystemsManager(args.account),
        tags: args.tags,
      },
      { parent: this, deleteBeforeReplace: true },
    );
    const core = `arn:${args.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore`;
    const attachments = [
      new iam.RolePolicyAttachment(`${name}-core`, { role: role.name, policyArn: core }, { parent: this }),
      new iam.RolePolicyAttachment(`${name}-node`, { role: role.name, policyArn: args.nodePolicyArn }, { parent: this }),
    ];
    const activation = new ssm.Activation(
      `${name}-activation`,
      {
        region: args.region,
        name: args.roleName,
        description: `Machines of ${args.roleName}`,
        iamRole: role.name,
        expirationDate: args.expires,
        registrationLimit: args.limit,
        tags: { [args.tagKey]: args.group },
      },
      { parent: this, dependsOn: attachments, additionalSecretOutputs: ["activationCode"] },
    );
    this.activationId = activation.id;
    this.activationCode = pulumi.secret(activation.activationCode);
    this.registerOutputs({ activationId: this.activationId, activationCode: this.activationCode });
  }
}
