import { z } from "zod";
import type { Path } from "../problem";

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path of plain data; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let place = value;
  for (const part of path) {
    if (Array.isArray(place)) place = typeof part === "number" ? place[part] : undefined;
    else place = isRecord(place) && Object.hasOwn(place, part) ? place[part] : undefined;
  }
  return place;
}

/** Takes the wrappers off a schema and opens its unions: every schema that a value in this place could follow. */
export function choices(schema: unknown, value: unknown): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return choices(schema.unwrap(), value);
  }
  if (schema instanceof z.ZodPipe) return choices(schema.in, value);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const word = isRecord(value) ? value[schema.def.discriminator] : undefined;
    const chosen = schema.options.filter(
      (option) =>
        option instanceof z.ZodObject &&
        choices(option.shape[schema.def.discriminator], word).some((part) => part.safeParse(word).success),
    );
    return (chosen.length > 0 ? chosen : schema.options).flatMap((option) => choices(option, value));
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => choices(option, value));
  return schema instanceof z.ZodType ? [schema] : [];
}

function inside(schema: z.ZodType, part: string | number): unknown[] {
  if (schema instanceof z.ZodArray) return typeof part === "number" ? [schema.element] : [];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  if (schema instanceof z.ZodObject) return Object.hasOwn(schema.shape, part) ? [schema.shape[part]] : [];
  return [];
}

/**
 * The schemas that the value at a path could follow, wrappers taken off and unions opened.
 * Where a union has a discriminator, the value chooses.
 */
export function schemasAt(schema: z.ZodType, value: unknown, path: Path): z.ZodType[] {
  let schemas = choices(schema, value);
  path.forEach((part, depth) => {
    const place = valueAt(value, path.slice(0, depth + 1));
    schemas = schemas.flatMap((each) => inside(each, part)).flatMap((each) => choices(each, place));
  });
  return schemas;
}

/** The keys that a value at a path can have; none where it takes no keys or any. */
export function keysAt(schema: z.ZodType, value: unknown, path: Path): string[] {
  const keys = schemasAt(schema, value, path).flatMap((each) => {
    if (each instanceof z.ZodObject) return Object.keys(each.shape);
    if (each instanceof z.ZodRecord && each.keyType instanceof z.ZodEnum) return each.keyType.options.map(String);
    return [];
  });
  return [...new Set(keys)];
}
