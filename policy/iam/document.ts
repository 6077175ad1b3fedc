import { parseJson } from "../automation/document";
import { UNKNOWN, type Plain, type PlainRecord } from "../plain";
import { isRecord, list, text } from "../read";

/** One statement of a policy, its lists as lists. */
export interface Statement {
  /** Its Sid, or its place: `statement 0`. */
  readonly name: string;
  readonly effect: string;
  readonly actions: readonly string[];
  /** Set where it says NotAction: everything but these. */
  readonly notActions: readonly string[] | undefined;
  readonly resources: readonly Plain[];
  readonly principals: PlainRecord;
  /** The conditions, flat: operator, key and values. */
  readonly conditions: readonly Condition[];
}

/** One condition of a statement. */
export interface Condition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Plain[];
}

/**
 * Reads a policy, as JSON text or as an object. AWS allows a single statement, action, resource or principal wherever a
 * list may stand.
 * @returns its statements, or undefined where it is no policy
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function readPolicy(source: Plain): readonly Statement[] | undefined {
  const policy = typeof source === "string" ? parseJson(source) : source;
  if (!isRecord(policy)) return undefined;
  return list(policy["Statement"]).flatMap((raw, index) => (isRecord(raw) ? [readStatement(raw, index)] : []));
}

function readStatement(raw: PlainRecord, index: number): Statement {
  const principal = raw["Principal"];
  return {
    name: text(raw["Sid"]) ?? `statement ${index}`,
    effect: text(raw["Effect"]) ?? "",
    actions: words(raw["Action"]),
    notActions: raw["NotAction"] === undefined ? undefined : words(raw["NotAction"]),
    resources: list(raw["Resource"] ?? (raw["NotResource"] === undefined ? undefined : "*")),
    principals: isRecord(principal) ? principal : principal === "*" ? { AWS: "*" } : {},
    conditions: readConditions(raw["Condition"]),
  };
}

function words(source: Plain): readonly string[] {
  return list(source).filter((item) => typeof item === "string");
}

function readConditions(source: Plain): readonly Condition[] {
  if (!isRecord(source)) return [];
  return Object.entries(source).flatMap(([operator, keys]) =>
    Object.entries(isRecord(keys) ? keys : {}).map(([key, values]) => ({
      operator,
      key: key.toLowerCase(),
      values: list(values),
    })),
  );
}

/** The services a statement trusts. */
export function trustedServices(statement: Statement): readonly string[] {
  return words(statement.principals["Service"]);
}

/** Whether a statement allows an action, by name or by wildcard. Actions are compared without regard to case. */
export function allows(statement: Statement, action: string): boolean {
  if (statement.effect !== "Allow") return false;
  if (statement.notActions !== undefined) return !statement.notActions.some((pattern) => matches(pattern, action));
  return statement.actions.some((pattern) => matches(pattern, action));
}

function matches(pattern: string, action: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`, "i").test(action);
}

/**
 * Whether a statement is bound by a condition on one of these keys: an operator that compares, not one that is also
 * fulfilled where the key is absent (`…IfExists`, `Null`), and not with `*`.
 */
export function isBoundBy(statement: Statement, keys: readonly string[]): boolean {
  return statement.conditions.some(
    ({ operator, key, values }) =>
      /^(ForAnyValue:)?(StringEquals|StringEqualsIgnoreCase|StringLike|ArnEquals|ArnLike)$/.test(operator) &&
      keys.some((wanted) => (wanted.endsWith("/") ? key.startsWith(wanted) : key === wanted)) &&
      values.length > 0 &&
      values.every((value) => value !== "*" && value !== UNKNOWN),
  );
}

/** A resource of a statement as text; an unknown one as such. */
export function showResources(statement: Statement): string {
  return statement.resources.map((resource) => (resource === UNKNOWN ? "(unknown)" : String(text(resource)))).join(", ");
}
