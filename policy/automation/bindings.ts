import { UNKNOWN, type Plain, type PlainRecord, type Unknown } from "../plain";
import { isRecord, list } from "../read";

/** The values that a runbook's parameters have in one execution; a parameter that is missing here is not known. */
export type Bindings = ReadonlyMap<string, Plain>;

const REFERENCE = /\{\{\s*([^{}\s]+)\s*\}\}/g;

/**
 * A value with its `{{ Parameter }}`s filled in. What only the execution knows (a step's output, a global variable, a
 * parameter that nobody gave) makes it UNKNOWN.
 */
export function bind(value: Plain, bindings: Bindings): Plain {
  if (typeof value === "string") return bindText(value, bindings);
  if (Array.isArray(value)) return list(value).flatMap((item) => spread(item, bind(item, bindings)));
  return isRecord(value) ? bindAll(value, bindings) : value;
}

/** A map with its values' `{{ Parameter }}`s filled in. */
export function bindAll(values: PlainRecord, bindings: Bindings): PlainRecord {
  return Object.fromEntries(Object.entries(values).map(([key, item]) => [key, bind(item, bindings)]));
}

/** `['{{ Groups }}']` with a list for Groups is that list, not a list in a list. */
function spread(item: Plain, bound: Plain): readonly Plain[] {
  return typeof item === "string" && Array.isArray(bound) ? (bound as readonly Plain[]) : [bound];
}

function bindText(value: string, bindings: Bindings): Plain {
  const whole = /^\{\{\s*([^{}\s]+)\s*\}\}$/.exec(value);
  if (whole?.[1] !== undefined) return bindings.has(whole[1]) ? unwrap(bindings.get(whole[1])) : UNKNOWN;
  let known: string | Unknown = value;
  for (const [reference, name] of value.matchAll(REFERENCE)) {
    const bound = single(bindings.get(name ?? ""));
    if (bound === UNKNOWN) return UNKNOWN;
    known = known.replaceAll(reference, () => bound);
  }
  return known;
}

/** Window tasks give every parameter as a list; a list of one is that one. */
function unwrap(value: Plain): Plain {
  const items = list(value);
  return items.length === 1 ? items[0] : value;
}

/** A parameter inside a longer text: one value, as text. */
function single(value: Plain): string | Unknown {
  const items = list(value);
  const [only] = items;
  return items.length === 1 && (typeof only === "string" || typeof only === "number" || typeof only === "boolean")
    ? String(only)
    : UNKNOWN;
}
