import type { Plain } from "./plain";
import { isList, isRecord } from "./read";

/**
 * The part of JSON Schema that settings are described in. The engine checks a configuration file against it; this
 * folder checks it again, because a preview without the engine must refuse the same file.
 */
export interface Schema {
  readonly type: "string" | "integer" | "number" | "boolean" | "array" | "object";
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
}

/** One thing that can be set for a rule: its schema, and what holds when nothing is set. */
export interface Setting<T> {
  readonly schema: Schema;
  readonly fallback: T;
}

/** The values of a rule's settings, by their names. */
export type Values<S> = { readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never };

/** A setting's value, from what was given and fits its schema. */
export function valueOf<T>(setting: Setting<T>, given: Plain): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema says what the type says, and was checked
  return given === undefined ? setting.fallback : (given as T);
}

/** A whole number between two bounds. */
export function integer(fallback: number, minimum: number, maximum: number, description: string): Setting<number> {
  return { schema: { type: "integer", minimum, maximum, description }, fallback };
}

/** A text. */
export function string(fallback: string, description: string, pattern?: string): Setting<string> {
  return { schema: { type: "string", minLength: 1, description, ...(pattern === undefined ? {} : { pattern }) }, fallback };
}

/** A list of texts. */
export function strings(fallback: readonly string[], description: string): Setting<readonly string[]> {
  return { schema: { type: "array", items: { type: "string", minLength: 1 }, description }, fallback };
}

/** A list of texts that may be left unset, which means something else than an empty list. */
export function optionalStrings(description: string): Setting<readonly string[] | undefined> {
  return { schema: { type: "array", items: { type: "string", minLength: 1 }, description }, fallback: undefined };
}

/** What a schema refuses in a value, and where. */
export interface Mismatch {
  readonly at: string;
  readonly got: Plain;
  readonly want: string;
}

/** What is wrong with a value, by its schema: each problem with the path where it stands. None when all is right. */
export function mismatches(value: Plain, schema: Schema, path: string): readonly Mismatch[] {
  const wrong: Wrong = (want) => [{ at: path, got: value, want }];
  switch (schema.type) {
    case "boolean":
      return typeof value === "boolean" ? [] : wrong("true or false");
    case "integer":
    case "number":
      return numberMismatch(value, schema, wrong);
    case "string":
      return textMismatch(value, schema, wrong);
    case "array":
      if (!isList(value)) return wrong("a list");
      if (value.length < (schema.minItems ?? 0)) return wrong(`a list of at least ${schema.minItems}`);
      return value.flatMap((item, index) =>
        schema.items === undefined ? [] : mismatches(item, schema.items, `${path}.${index}`),
      );
    case "object":
      return objectMismatches(value, schema, path);
    default:
      return schema.type satisfies never;
  }
}

type Wrong = (want: string) => readonly Mismatch[];

function numberMismatch(value: Plain, schema: Schema, wrong: Wrong): readonly Mismatch[] {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  const kind = schema.type === "integer" ? "a whole number" : "a number";
  const fits = typeof value === "number" && Number.isFinite(value) && (schema.type !== "integer" || Number.isInteger(value));
  return fits && value >= minimum && value <= maximum ? [] : wrong(`${kind} from ${minimum} to ${maximum}`);
}

function textMismatch(value: Plain, schema: Schema, wrong: Wrong): readonly Mismatch[] {
  if (typeof value !== "string") return wrong("a text");
  if (value.length < (schema.minLength ?? 0)) return wrong("a text that is not empty");
  if (schema.enum !== undefined && !schema.enum.includes(value)) return wrong(`one of ${schema.enum.join(", ")}`);
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value))
    return wrong(`a text that matches ${schema.pattern}`);
  if (schema.format === "date" && !isDate(value)) return wrong("a date, YYYY-MM-DD");
  return [];
}

function objectMismatches(value: Plain, schema: Schema, path: string): readonly Mismatch[] {
  if (!isRecord(value)) return [{ at: path, got: value, want: "a map" }];
  const missing = (schema.required ?? [])
    .filter((key) => value[key] === undefined)
    .map((key): Mismatch => ({ at: `${path}.${key}`, got: undefined, want: schema.properties?.[key]?.description ?? "a value" }));
  const wrong = Object.entries(value).flatMap(([key, item]): readonly Mismatch[] => {
    const known = schema.properties?.[key] ?? schema.additionalProperties;
    if (known === undefined || known === false) {
      return [{ at: `${path}.${key}`, got: item, want: `one of ${Object.keys(schema.properties ?? {}).join(", ")}` }];
    }
    return known === true || item === undefined ? [] : mismatches(item, known, `${path}.${key}`);
  });
  return [...missing, ...wrong];
}

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
