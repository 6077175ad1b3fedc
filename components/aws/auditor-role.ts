import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { askStatements, type EvidenceReader } from "./evidence-readers";
import { policyText, trustPrincipals, type Statement } from "./policy-document";

/** What the auditor's role needs. */
export interface AuditorRoleArgs extends EvidenceReader {
  readonly roleName: string;
  /** Who may take it on, by ARN: roles, or accounts as `…:root`. */
  readonly auditors: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** Reads the evidence, asks it, and can do nothing else: no file of it can be written, changed or deleted. */
export class AuditorRole extends pulumi.ComponentResource {
  readonly roleArn: pulumi.Output<string>;

  constructor(name: string, args: AuditorRoleArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:AuditorRole", name, {}, opts);
    const unique = { parent: this, deleteBeforeReplace: true };
    const role = new iam.Role(
      `${name}-role`,
      {
        name: args.roleName,
        description: "Reads the evidence of the fleet",
        assumeRolePolicy: trustPrincipals(args.auditors),
        tags: args.tags,
      },
      unique,
    );
    const policy = policyText([...askStatements(args), browse(args)]);
    new iam.RolePolicy(`${name}-policy`, { name: "fleet", role: role.name, policy }, unique);
    this.roleArn = role.arn;
    this.registerOutputs({ roleArn: this.roleArn });
  }
}

/** The questions by name, and what was asked before. */
function browse({ partition, region, account, workgroupName }: EvidenceReader): Statement {
  return {
    Sid: "Browse",
    Effect: "Allow",
    Action: [
      "athena:BatchGetNamedQuery",
      "athena:BatchGetQueryExecution",
      "athena:GetNamedQuery",
      "athena:GetWorkGroup",
      "athena:ListNamedQueries",
      "athena:ListQueryExecutions",
    ],
    Resource: `arn:${partition}:athena:${region}:${account}:workgroup/${workgroupName}`,
  };
}
