import { hasUnknown, isStructure, unknownValue, type Properties } from "./finding";

/**
 * How one input of a resource reaches a member of the request that it causes: by a path of members, as a list of structures,
 * as a structure, through a conversion, or not at all (`local`, with the reason).
 */
export type Rule =
  | string
  | { readonly to: string; readonly items: Mapping }
  | { readonly to: string; readonly fields: Mapping }
  | { readonly to: string; readonly convert: (value: unknown) => unknown }
  | { readonly local: string };

/** Every input of a resource, or of a structure inside it, by its name. What is not named here is not validated, and an error. */
export type Mapping = Readonly<Record<string, Rule>>;

/** The request that inputs cause, and the inputs that no rule names. */
export interface Translation {
  readonly request: Properties;
  readonly unmapped: readonly string[];
}

/** Turns a resource's inputs into the request that the provider would send. */
export function translate(mapping: Mapping, inputs: Properties): Translation {
  const request: Record<string, unknown> = {};
  const unmapped: string[] = [];
  fill(mapping, inputs, request, "", unmapped);
  return { request, unmapped };
}

function fill(mapping: Mapping, inputs: Properties, request: Record<string, unknown>, at: string, unmapped: string[]): void {
  for (const [name, value] of Object.entries(inputs)) {
    const rule = mapping[name];
    if (rule === undefined) unmapped.push(at + name);
    else if (value !== undefined && value !== null) apply(rule, value, request, `${at}${name}.`, unmapped);
  }
}

function apply(rule: Rule, value: unknown, request: Record<string, unknown>, at: string, unmapped: string[]): void {
  if (typeof rule === "string") return put(request, rule, value);
  if ("local" in rule) return;
  if ("convert" in rule) return put(request, rule.to, hasUnknown(value) ? unknownValue : rule.convert(value));
  if (value === unknownValue) return put(request, rule.to, unknownValue);
  if ("items" in rule) {
    const items = Array.isArray(value) ? value : [value];
    return put(
      request,
      rule.to,
      items.map((item) => structure(rule.items, item, at, unmapped)),
    );
  }
  const inside = structure(rule.fields, value, at, unmapped);
  if (rule.to === "") Object.assign(request, inside);
  else put(request, rule.to, inside);
}

function structure(mapping: Mapping, value: unknown, at: string, unmapped: string[]): unknown {
  if (!isStructure(value)) return value;
  const filled: Record<string, unknown> = {};
  fill(mapping, value, filled, at, unmapped);
  return filled;
}

function put(request: Record<string, unknown>, path: string, value: unknown): void {
  const [first = "", ...rest] = path.split(".");
  if (rest.length === 0) {
    request[first] = value;
    return;
  }
  const inner = isStructure(request[first]) ? { ...request[first] } : {};
  put(inner, rest.join("."), value);
  request[first] = inner;
}

/** Tags as most AWS requests want them: a list of Key and Value. */
export const tagList: Rule = {
  to: "Tags",
  convert: (tags) => (isStructure(tags) ? Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) : tags),
};

/** The inputs that the provider itself consumes: where to send the request, and what Check added. */
export const providerOwn: Mapping = {
  region: { local: "chooses the endpoint" },
  tagsAll: { local: "what Check makes of the tags" },
  __defaults: { local: "the bridge's note of what Check added" },
};
