import { hasUnknown, isStructure, type Finding, type Properties } from "../../api/finding";
import { conditionReasons } from "./iam-conditions";
import { grantReasons, listed } from "./iam-grants";

/** What a policy is for: a managed policy, rights inside a role, who may take on a role, or rights on a resource. */
export type PolicyUse = "managed" | "inline" | "trust" | "resource";

/** How many characters AWS takes, spaces left out. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const mostCharacters: Readonly<Record<PolicyUse, number>> = { managed: 6144, inline: 10_240, trust: 2048, resource: 20_480 };

const members = ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

const takingOn = [
  "sts:AssumeRole",
  "sts:AssumeRoleWithSAML",
  "sts:AssumeRoleWithWebIdentity",
  "sts:TagSession",
  "sts:SetSourceIdentity",
];

/** The condition keys of requests for a role. */
const takingOnKeys = ["sts:ExternalId", "sts:RoleSessionName", "sts:SourceIdentity", "aws:RequestTag/${TagKey}", "aws:TagKeys"];

/** What AWS refuses about a policy's text, and what in it would grant nothing. */
export function policyFindings(policy: unknown, at: string, use: PolicyUse): Finding[] {
  if (policy === undefined || hasUnknown(policy)) return [];
  const document = parsed(policy);
  const reasons = isStructure(document) ? documentReasons(document, use) : ["is not JSON"];
  return reasons.map((reason) => ({ at, reason: `MalformedPolicyDocument: ${reason}` }));
}

function parsed(policy: unknown): unknown {
  if (typeof policy !== "string") return policy;
  try {
    return JSON.parse(policy);
  } catch {
    return undefined;
  }
}

function documentReasons(document: Properties, use: PolicyUse): string[] {
  const size = JSON.stringify(document).replaceAll(/\s/gu, "").length;
  const statements = (Array.isArray(document["Statement"]) ? document["Statement"] : [document["Statement"]]).filter(isStructure);
  const sids = statements.map((statement) => statement["Sid"]).filter((sid) => sid !== undefined && sid !== "");
  return [
    ...(size > mostCharacters[use] ? [`has ${size} characters, more than ${mostCharacters[use]}`] : []),
    ...(document["Version"] === "2012-10-17" ? [] : [`its Version is ${JSON.stringify(document["Version"])}`]),
    ...(statements.length === 0 ? ["has no statement"] : []),
    ...(new Set(sids).size < sids.length ? ["two statements have the same Sid"] : []),
    ...sids
      .filter((sid) => use !== "resource" && !/^[A-Za-z0-9]+$/u.test(String(sid)))
      .map((sid) => `the Sid ${String(sid)} has other than letters and digits`),
    ...statements.flatMap((statement) => shapeReasons(statement, use)),
    ...(use === "trust" ? statements.flatMap(trustReasons) : grantReasons(statements)),
  ];
}

function shapeReasons(statement: Properties, use: PolicyUse): string[] {
  const mustNot = use === "trust" ? ["Resource", "NotResource"] : use === "resource" ? [] : ["Principal", "NotPrincipal"];
  const needs = use === "trust" ? ["Effect", "Principal"] : use === "resource" ? ["Effect", "Principal"] : ["Effect"];
  const has = (...names: string[]) => names.some((name) => listed(statement[name]).length > 0);
  return [
    ...Object.keys(statement)
      .filter((name) => !members.includes(name))
      .map((name) => `a statement has no member ${name}`),
    ...needs.filter((name) => statement[name] === undefined).map((name) => `a statement has no ${name}`),
    ...mustNot.filter((name) => statement[name] !== undefined).map((name) => `a statement of this policy has no ${name}`),
    ...(["Allow", "Deny"].includes(String(statement["Effect"])) ? [] : [`there is no effect ${String(statement["Effect"])}`]),
    ...(has("Action", "NotAction") ? [] : ["a statement names no action"]),
    ...(use === "trust" || has("Resource", "NotResource") ? [] : ["a statement names no resource"]),
  ];
}

function trustReasons(statement: Properties): string[] {
  const principal = statement["Principal"];
  const services = isStructure(principal) ? listed(principal["Service"]) : [];
  return [
    ...listed(statement["Action"])
      .filter((action) => !takingOn.includes(action))
      .map((action) => `nobody takes on a role by ${action}`),
    ...services
      .filter((service) => !/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?$/u.test(service))
      .map((service) => `there is no service ${service}`),
    ...conditionReasons(statement["Condition"], takingOnKeys),
  ];
}
