import { UNKNOWN } from "../plain";
import { list, text } from "../read";
import type { Resource } from "../resource";
import { once, type Stack } from "../stack";
import { ATTACHMENT, POLICY, ROLE, ROLE_POLICY } from "../vocabulary";
import { readPolicy, trustedServices } from "./document";
import { managedName, statementsOf, type GrantedStatement } from "./grants";

/** The services a role can be taken on by; undefined where its trust cannot be read. */
export function servicesOf(role: Resource): readonly string[] | undefined {
  const source = role.props["assumeRolePolicy"];
  const statements = source === UNKNOWN ? undefined : readPolicy(source);
  return statements?.flatMap(trustedServices);
}

/** The roles that windows and runbooks can run under. */
export function patchingRoles(stack: Stack): readonly Resource[] {
  return stack.of(ROLE).filter((role) => servicesOf(role)?.includes("ssm.amazonaws.com") === true);
}

/** AWS's policies on a role: inside it and attached to it. */
export function managedPoliciesOf(
  stack: Stack,
  role: Resource,
): readonly { readonly by: Resource; readonly at: string; readonly name: string }[] {
  const inside = list(role.props["managedPolicyArns"]).flatMap((arn, index) => {
    const name = managedName(arn);
    return name === undefined ? [] : [{ by: role, at: `managedPolicyArns.${index}`, name }];
  });
  const attached = attachmentsOf(stack, role).flatMap((attachment) => {
    const name = managedName(attachment.props["policyArn"]);
    return name === undefined ? [] : [{ by: attachment, at: "policyArn", name }];
  });
  return [...inside, ...attached];
}

/** The resources of the stack whose policies apply to a role: itself, its inline policies, and own policies attached to it. */
export function grantingTo(stack: Stack, role: Resource): readonly Resource[] {
  const inline = inlineByRole(stack).get(role) ?? [];
  const own = attachmentsOf(stack, role).flatMap((attachment) => {
    const policies = stack.referred(attachment, "policyArn", attachment.props["policyArn"], POLICY);
    return typeof policies === "object" ? policies : [];
  });
  return [role, ...inline, ...own];
}

/** The ARNs of the policies attached to a role, as far as they are known. */
export function attachedArns(stack: Stack, role: Resource): readonly string[] {
  return attachmentsOf(stack, role).flatMap(({ props }) => text(props["policyArn"]) ?? []);
}

function attachmentsOf(stack: Stack, role: Resource): readonly Resource[] {
  return attachmentsByRole(stack).get(role) ?? [];
}

const attachmentsByRole = once((stack) => byRole(stack, ATTACHMENT));
const inlineByRole = once((stack) => byRole(stack, ROLE_POLICY));

function byRole(stack: Stack, type: string): ReadonlyMap<Resource, readonly Resource[]> {
  const parts = new Map<Resource, Resource[]>();
  for (const part of stack.of(type)) {
    const roles = stack.referred(part, "role", part.props["role"], ROLE);
    for (const role of typeof roles === "object" ? roles : []) parts.set(role, [...(parts.get(role) ?? []), part]);
  }
  return parts;
}

/** A statement of a role's policies, with the resource that holds it. */
export interface HeldStatement extends GrantedStatement {
  readonly by: Resource;
}

/** All that a role's policies say; a policy that cannot be read is told apart. */
export function statementsFor(
  stack: Stack,
  role: Resource,
): readonly (HeldStatement | { readonly by: Resource; readonly at: string; readonly why: string })[] {
  return grantingTo(stack, role).flatMap((by) => statementsOf(by).map((statement) => ({ ...statement, by })));
}
