import { createHash } from "node:crypto";
import { isStructure, type Finding, type Properties } from "../api/finding";
import { translate } from "../api/mapping";
import { judgeRequest } from "../api/request";
import { text, type Kind } from "./kind";
import type { Session } from "./session";

/** What the provider makes of a resource's inputs before anything happens: the inputs with its additions, and what is wrong with them. */
export interface Checked {
  readonly inputs: Properties;
  readonly findings: readonly Finding[];
}

/**
 * Checks a resource's inputs as the real provider and AWS's own models do.
 *
 * @param name the resource's logical name, from which a missing physical name is generated
 * @param before the inputs of the resource as it is, undefined for a new one; a generated name stays
 */
export function check(kind: Kind, session: Session, name: string, given: Properties, before: Properties | undefined): Checked {
  const inputs = additions(kind, session, name, given, before);
  const findings = [
    ...accepted(kind, inputs),
    ...kind.requests.flatMap((request) => requestFindings(request, inputs)),
    ...(before === undefined ? [] : (kind.updates ?? []).flatMap((request) => requestFindings(request, inputs))),
    ...(kind.rules?.(inputs) ?? []),
  ];
  return { inputs, findings };
}

function additions(kind: Kind, session: Session, name: string, given: Properties, before: Properties | undefined): Properties {
  const added: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(kind.defaults ?? {})) {
    if (given[key] === undefined) added[key] = value;
  }
  if (kind.namedBy !== undefined && given[kind.namedBy] === undefined)
    added[kind.namedBy] = text(before ?? {}, kind.namedBy) || generated(name);
  const defaults = Object.keys(added).toSorted();
  if (kind.scope === "regional" && session.region !== "" && given["region"] === undefined) added["region"] = session.region;
  const tags = { ...session.defaultTags, ...(isStructure(given["tags"]) ? given["tags"] : {}) };
  if (session.defaultTags !== undefined && Object.keys(tags).length > 0) added["tagsAll"] = tags;
  return { __defaults: defaults, ...given, ...added };
}

function generated(name: string): string {
  return `${name}-${createHash("sha256").update(name).digest("hex").slice(0, 7)}`;
}

// A type without a service model lists what it accepts.
function accepted(kind: Kind, inputs: Properties): Finding[] {
  if (kind.accepts === undefined) return [];
  const names = [...kind.accepts, "__defaults"];
  return Object.keys(inputs)
    .filter((name) => !names.includes(name))
    .map((name) => ({ at: name, reason: `is no input of ${kind.token}` }));
}

function requestFindings(request: Kind["requests"][number], inputs: Properties): Finding[] {
  if (request.when?.(inputs) === false) return [];
  const { request: sent, unmapped } = translate(request.mapping, inputs);
  const operation = `${request.service}:${request.operation}`;
  return [
    ...unmapped.map((at) => ({
      at,
      reason: `no rule maps this input to ${operation}: add it to the mapping of this type under test/engine/cloud`,
    })),
    ...judgeRequest(request.service, request.operation, { ...request.fixed, ...sent }).map(({ at, reason }) => ({
      at: inputOf(request, at),
      reason: `ValidationException (${operation}): Value at '${at}' ${reason}`,
    })),
  ];
}

// The input whose rule fills the member at the head of the path.
function inputOf(request: Kind["requests"][number], at: string): string {
  const member = at.split(".")[0];
  const found = Object.entries(request.mapping).find(([, rule]) => {
    const to = typeof rule === "string" ? rule : "to" in rule ? rule.to : "";
    return to.split(".")[0] === member;
  });
  return found?.[0] ?? "";
}
