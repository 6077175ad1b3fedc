import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { bucketArn } from "./evidence-policies";
import { policyText, trustInstances, trustSystemsManager, type Statement } from "./policy-document";

/** What the identity of an account's servers needs. All regions share it. */
export interface NodeIdentityArgs {
  /** The account's id, 12 digits. */
  readonly account: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  /** The policy that every node role carries beside AWS's own, by name. */
  readonly nodePolicyName: string;
  /** The role and instance profile for new instances, by name. */
  readonly instanceRoleName: string;
  /** The role for instances without a profile (Default Host Management), by name; its path is `/service-role/`. */
  readonly hostManagementRoleName: string;
  /** The log group that servers write command output to. */
  readonly logGroupName: string;
  /** The buckets of the account's manifests, by name; `*` ends one for all that begin so. @default none */
  readonly manifestBuckets?: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * What a server may do: be managed, write the output of commands, and read the manifests of its account. AWS's core policy has no
 * rights to logs or buckets, hence the second, narrow one; it goes on every role that a server can have.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-instance-permissions.html
 */
export class NodeIdentity extends pulumi.ComponentResource {
  readonly nodePolicyArn: pulumi.Output<string>;
  readonly instanceProfileName: pulumi.Output<string>;
  readonly hostManagementRoleName: pulumi.Output<string>;

  constructor(name: string, args: NodeIdentityArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:NodeIdentity", name, {}, opts);
    const unique = { parent: this, deleteBeforeReplace: true };
    const policy = new iam.Policy(
      `${name}-policy`,
      {
        name: args.nodePolicyName,
        description: "What a patched server needs beside AmazonSSMManagedInstanceCore",
        policy: policyText(nodeStatements(args)),
        tags: args.tags,
      },
      unique,
    );
    const instanceRole = new iam.Role(
      `${name}-instance-role`,
      {
        name: args.instanceRoleName,
        description: "For instances that the fleet patches",
        assumeRolePolicy: trustInstances(args.partition),
        tags: args.tags,
      },
      unique,
    );
    const hostRole = new iam.Role(
      `${name}-host-role`,
      {
        name: args.hostManagementRoleName,
        path: "/service-role/",
        description: "For instances that have no profile of their own",
        assumeRolePolicy: trustSystemsManager(args.account),
        tags: args.tags,
      },
      unique,
    );
    attach(this, `${name}-instance`, instanceRole, args, "AmazonSSMManagedInstanceCore", policy);
    attach(this, `${name}-host`, hostRole, args, "AmazonSSMManagedEC2InstanceDefaultPolicy", policy);
    const profile = new iam.InstanceProfile(
      `${name}-instance-profile`,
      { name: args.instanceRoleName, role: instanceRole.name, tags: args.tags },
      unique,
    );
    this.nodePolicyArn = policy.arn;
    this.instanceProfileName = profile.name;
    this.hostManagementRoleName = hostRole.name;
    this.registerOutputs({
      nodePolicyArn: this.nodePolicyArn,
      instanceProfileName: this.instanceProfileName,
      hostManagementRoleName: this.hostManagementRoleName,
    });
  }
}

/** Attaches AWS's policy and ours. The ARNs are written, not waited for, so that rules can judge them in a preview. */
function attach(parent: pulumi.Resource, name: string, to: iam.Role, args: NodeIdentityArgs, managed: string, own: iam.Policy) {
  new iam.RolePolicyAttachment(
    `${name}-core`,
    { role: to.name, policyArn: `arn:${args.partition}:iam::aws:policy/${managed}` },
    { parent },
  );
  new iam.RolePolicyAttachment(
    `${name}-node`,
    { role: to.name, policyArn: `arn:${args.partition}:iam::${args.account}:policy/${args.nodePolicyName}` },
    { parent, dependsOn: own },
  );
}

/** What a server may do beside being managed: write the output of its commands, and read what it is to install. */
export function nodeStatements(
  args: Pick<NodeIdentityArgs, "account" | "partition" | "logGroupName" | "manifestBuckets">,
): Statement[] {
  const group = `arn:${args.partition}:logs:*:${args.account}:log-group:${args.logGroupName}`;
  return [
    { Sid: "FindLogGroup", Effect: "Allow", Action: ["logs:DescribeLogGroups"], Resource: "*" },
    {
      Sid: "WriteCommandOutput",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: [group, `${group}:*`],
    },
    ...readManifests(args.partition, args.manifestBuckets ?? []),
  ];
}

/** S3's own key encrypts them, so that reading asks for nothing of KMS. */
export function readManifests(partition: string, buckets: readonly string[]): Statement[] {
  if (buckets.length === 0) return [];
  const Resource = buckets.map((bucketName) => `${bucketArn({ partition, bucketName })}/manifests/*`);
  return [{ Sid: "ReadManifests", Effect: "Allow", Action: ["s3:GetObject"], Resource }];
}
