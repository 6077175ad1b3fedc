import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { policyText, trustService, type Statement } from "./policy-document";

/** What a role for one of AWS's services needs. */
export interface ServiceRoleArgs {
  /** The account that it is in, 12 digits. */
  readonly account: string;
  /** Its physical name. */
  readonly roleName: string;
  readonly description: string;
  /** Who may take it on, such as `states.amazonaws.com`. */
  readonly service: string;
  /** The id of the trust's statement: letters and digits. */
  readonly sid: string;
  readonly statements: readonly Statement[];
  readonly tags: Readonly<Record<string, string>>;
}

/** A role that one service takes on for this account, and the policy that says what for. Whoever uses it waits for the policy. */
export function serviceRole(parent: pulumi.Resource, name: string, args: ServiceRoleArgs) {
  const unique = { parent, deleteBeforeReplace: true };
  const role = new iam.Role(
    `${name}-role`,
    {
      name: args.roleName,
      description: args.description,
      assumeRolePolicy: trustService(args.account, args.sid, args.service),
      tags: args.tags,
    },
    unique,
  );
  const policy = new iam.RolePolicy(
    `${name}-policy`,
    { name: "fleet", role: role.name, policy: policyText(args.statements) },
    unique,
  );
  return { role, policy };
}

/** What a state machine's role needs so that its log is delivered. AWS grants it for `*` only. */
export const WRITE_LOG: Statement = {
  Sid: "WriteLog",
  Effect: "Allow",
  Action: [
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
  ],
  Resource: "*",
};
