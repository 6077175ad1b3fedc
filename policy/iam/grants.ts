import type { Plain } from "../plain";
import { UNKNOWN } from "../plain";
import { isRecord, list, text } from "../read";
import type { Resource } from "../resource";
import { POLICY, ROLE, ROLE_POLICY } from "../vocabulary";
import { readPolicy, type Statement } from "./document";

/** The types whose policies say what a role may do. */
export const GRANTING = [ROLE, ROLE_POLICY, POLICY] as const;

/** A policy in a resource, with the path at which it stands. */
export interface Grant {
  readonly at: string;
  readonly source: Plain;
}

/** The policies in a resource that say what a role may do. A role's own are its inline policies. */
export function grantsOf(resource: Resource): readonly Grant[] {
  if (resource.type !== ROLE) return [{ at: "policy", source: resource.props["policy"] }];
  return list(resource.props["inlinePolicies"]).flatMap((inline, index) =>
    isRecord(inline) ? [{ at: `inlinePolicies.${index}.policy`, source: inline["policy"] }] : [],
  );
}

/** A statement with the path of its policy. */
export interface GrantedStatement {
  readonly at: string;
  readonly statement: Statement;
}

/** All statements of a resource's policies. Where a policy is not known or not readable, its path alone. */
export function statementsOf(resource: Resource): readonly (GrantedStatement | { readonly at: string; readonly why: string })[] {
  return grantsOf(resource).flatMap(({ at, source }): readonly (GrantedStatement | { at: string; why: string })[] => {
    if (source === UNKNOWN) return [{ at, why: "a policy not known before the update" }];
    const statements = readPolicy(source);
    if (statements === undefined) return source === undefined ? [] : [{ at, why: "a policy that is not JSON" }];
    return statements.map((statement) => ({ at, statement }));
  });
}

/** A policy's name in an ARN such as `arn:aws:iam::aws:policy/service-role/AmazonSSMAutomationRole`, if AWS manages it. */
export function managedName(arn: Plain): string | undefined {
  return /^arn:[^:]+:iam::aws:policy\/(?:.+\/)?([^/]+)$/.exec(text(arn) ?? "")?.[1];
}
