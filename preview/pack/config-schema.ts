import { isDeepStrictEqual } from "node:util";

type Keywords = Readonly<Record<string, unknown>>;

/** A JSON schema, unread: an object of keywords, or true or false. */
export type Schema = unknown;

/**
 * What in a value breaks a JSON schema, each as `<path>: <what>` in the words of the engine's validator; at the root just `<what>`.
 *
 * Covers the keywords that the SDK's type for rule configurations has.
 * @see https://github.com/xeipuuv/gojsonschema the validator in the engine
 */
export function schemaErrors(schema: Schema, value: unknown): string[] {
  return errorsAt([], schema, value).map(({ path, what }) => (path.length === 0 ? what : `${path.join(".")}: ${what}`));
}

interface SchemaError {
  readonly path: readonly string[];
  readonly what: string;
}

function errorsAt(path: readonly string[], schema: Schema, value: unknown): SchemaError[] {
  if (schema === false) {
    return [{ path, what: "False always fails validation" }];
  }
  if (!isSchemaObject(schema)) {
    return [];
  }
  const wrong = typeError(schema["type"], value);
  if (wrong !== undefined) {
    return [{ path, what: wrong }];
  }
  const field = path.join(".") || "(root)";
  return [...common(schema, value, field).map((what) => ({ path, what })), ...ownErrors(path, schema, value)];
}

function isSchemaObject(schema: Schema): schema is Keywords {
  return typeof schema === "object" && schema !== null && !Array.isArray(schema);
}

function ownErrors(path: readonly string[], schema: Keywords, value: unknown): SchemaError[] {
  if (Array.isArray(value)) {
    return arrayErrors(path, schema, value);
  }
  if (isSchemaObject(value)) {
    return objectErrors(path, schema, value);
  }
  const found =
    typeof value === "number" ? numberErrors(schema, value) : typeof value === "string" ? stringErrors(schema, value) : [];
  return found.map((what) => ({ path, what }));
}

function typeError(type: unknown, value: unknown): string | undefined {
  const wanted = (Array.isArray(type) ? type : type === undefined ? [] : [type]).map(String);
  const given = typeName(value);
  if (wanted.length === 0 || wanted.includes(given) || (given === "integer" && wanted.includes("number"))) {
    return undefined;
  }
  return `Invalid type. Expected: ${wanted.length === 1 ? wanted[0] : `[${wanted.join(",")}]`}, given: ${given}`;
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) {
    return "null";
  }
  if (Array.isArray(value)) {
    return "array";
  }
  return typeof value === "number" && Number.isInteger(value) ? "integer" : typeof value;
}

function common(schema: Keywords, value: unknown, field: string): string[] {
  const allowed = schema["enum"];
  return [
    ...("const" in schema && !isDeepStrictEqual(schema["const"], value)
      ? [`${field} does not match: ${JSON.stringify(schema["const"])}`]
      : []),
    ...(Array.isArray(allowed) && !allowed.some((one) => isDeepStrictEqual(one, value))
      ? [`${field} must be one of the following: ${allowed.map((one) => JSON.stringify(one)).join(", ")}`]
      : []),
  ];
}

function numberErrors(schema: Keywords, value: number): string[] {
  const limits: [string, (limit: number) => boolean, (limit: number) => string][] = [
    ["multipleOf", (step) => !Number.isInteger(value / step), (step) => `Must be a multiple of ${step}`],
    ["maximum", (limit) => value > limit, (limit) => `Must be less than or equal to ${limit}`],
    ["exclusiveMaximum", (limit) => value >= limit, (limit) => `Must be less than ${limit}`],
    ["minimum", (limit) => value < limit, (limit) => `Must be greater than or equal to ${limit}`],
    ["exclusiveMinimum", (limit) => value <= limit, (limit) => `Must be greater than ${limit}`],
  ];
  const { format } = schema;
  return [
    ...broken(schema, limits),
    // The formats are those of texts; the engine's validator holds numbers to them too.
    ...(typeof format === "string" && format in FORMATS ? [`Does not match format '${format}'`] : []),
  ];
}

// Length is in characters, not in code units.
function stringErrors(schema: Keywords, value: string): string[] {
  const length = Array.from(value).length;
  const { pattern, format } = schema;
  return [
    ...broken(schema, [
      ["minLength", (least) => length < least, (least) => `String length must be greater than or equal to ${least}`],
      ["maxLength", (most) => length > most, (most) => `String length must be less than or equal to ${most}`],
    ]),
    ...(typeof pattern === "string" && !new RegExp(pattern, "u").test(value) ? [`Does not match pattern '${pattern}'`] : []),
    ...(typeof format === "string" && FORMATS[format]?.(value) === false ? [`Does not match format '${format}'`] : []),
  ];
}

function arrayErrors(path: readonly string[], schema: Keywords, value: readonly unknown[]): SchemaError[] {
  const { items, additionalItems, contains } = schema;
  const here = (what: string): SchemaError => ({ path, what });
  const twin = value.findIndex((one, place) => value.slice(0, place).some((other) => isDeepStrictEqual(one, other)));
  const first = value.findIndex((other) => isDeepStrictEqual(value[twin], other));
  return [
    ...value.flatMap((one, place) => itemErrors([...path, String(place)], items, additionalItems, one, place)),
    ...(Array.isArray(items) && additionalItems === false && value.length > items.length
      ? [here("No additional items allowed on array")]
      : []),
    ...broken(schema, [
      ["minItems", (least) => value.length < least, (least) => `Array must have at least ${least} items`],
      ["maxItems", (most) => value.length > most, (most) => `Array must have at most ${most} items`],
    ]).map(here),
    ...(schema["uniqueItems"] === true && twin >= 0 ? [here(`array items[${first},${twin}] must be unique`)] : []),
    ...(contains !== undefined && !value.some((one) => errorsAt([], contains, one).length === 0)
      ? [here("At least one of the items must match")]
      : []),
  ];
}

function itemErrors(path: readonly string[], items: Schema, additional: Schema, item: unknown, place: number): SchemaError[] {
  if (!Array.isArray(items)) {
    return errorsAt(path, items, item);
  }
  if (place < items.length) {
    return errorsAt(path, items[place], item);
  }
  return additional === false ? [] : errorsAt(path, additional, item);
}

function objectErrors(path: readonly string[], schema: Keywords, value: Keywords): SchemaError[] {
  const here = (what: string): SchemaError => ({ path, what });
  const names = Object.keys(value);
  const required = Array.isArray(schema["required"]) ? schema["required"].map(String) : [];
  const { propertyNames } = schema;
  return [
    ...broken(schema, [
      ["minProperties", (least) => names.length < least, (least) => `Must have at least ${least} properties`],
      ["maxProperties", (most) => names.length > most, (most) => `Must have at most ${most} properties`],
    ]).map(here),
    ...required.filter((name) => !(name in value)).map((name) => here(`${name} is required`)),
    ...names.flatMap((name) => propertyErrors([...path, name], schema, name, value[name], here)),
    ...names.flatMap((name) =>
      propertyNames === undefined || errorsAt(path, propertyNames, name).length === 0
        ? []
        : [here(`Property name of "${name}" does not match`), ...errorsAt(path, propertyNames, name)],
    ),
    ...dependencyErrors(path, schema["dependencies"], value),
  ];
}

function propertyErrors(
  path: readonly string[],
  schema: Keywords,
  name: string,
  value: unknown,
  here: (what: string) => SchemaError,
): SchemaError[] {
  const { properties, patternProperties, additionalProperties } = schema;
  const own = isSchemaObject(properties) && name in properties ? [properties[name]] : [];
  const byPattern = isSchemaObject(patternProperties)
    ? Object.entries(patternProperties).flatMap(([pattern, one]) => (new RegExp(pattern, "u").test(name) ? [one] : []))
    : [];
  if (own.length + byPattern.length > 0) {
    return [...own, ...byPattern].flatMap((one) => errorsAt(path, one, value));
  }
  return additionalProperties === false
    ? [here(`Additional property ${name} is not allowed`)]
    : errorsAt(path, additionalProperties, value);
}

function dependencyErrors(path: readonly string[], dependencies: Schema, value: Keywords): SchemaError[] {
  const asked = isSchemaObject(dependencies) ? Object.entries(dependencies).filter(([name]) => name in value) : [];
  return asked.flatMap(([, needs]) =>
    Array.isArray(needs)
      ? needs.filter((name) => !(String(name) in value)).map((name) => ({ path, what: `Has a dependency on ${name}` }))
      : errorsAt(path, needs, value),
  );
}

const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text),
  "date-time": (text) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text) && isDay(text.slice(0, 10)),
  email: (text) => /^[^\s@]+@[^\s@]+$/.test(text),
  uri: (text) => URL.canParse(text),
};

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function broken(
  schema: Keywords,
  limits: readonly (readonly [string, (limit: number) => boolean, (limit: number) => string])[],
): string[] {
  return limits.flatMap(([keyword, breaks, tell]) => {
    const limit = schema[keyword];
    return typeof limit === "number" && breaks(limit) ? [tell(limit)] : [];
  });
}
