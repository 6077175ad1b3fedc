import { z } from "zod";
import { FAMILIES } from "../fleet/systems";

/** A schema as it stands for some systems: the options of a union, or of what such an option holds. */
export interface Form {
  readonly schema: z.ZodType;
  /** The systems it is for, where the form depends on them. */
  readonly systems: string | null;
}

/** A part of the fleet file that has keys: where it stands and the forms that it can have. */
export interface Section {
  readonly path: string;
  readonly forms: readonly Form[];
}

/** A schema without what says that it may be left out, and without what turns its text into a number. */
export function bare(schema: unknown): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return bare(schema.unwrap());
  }
  if (schema instanceof z.ZodPipe) return bare(schema.in);
  return schema instanceof z.ZodType ? schema : z.never();
}

/** What a schema is for, from whichever of its wrappers says so. */
export function descriptionOf(schema: unknown): string {
  if (!(schema instanceof z.ZodType)) return "";
  if (schema.description !== undefined) return schema.description;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return descriptionOf(schema.unwrap());
  }
  return schema instanceof z.ZodPipe ? descriptionOf(schema.in) : "";
}

/** What counts when a key is left out: its default, nothing, or that it may not be. */
export function defaultOf(schema: z.ZodType): string {
  if (!(schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault)) {
    return schema instanceof z.ZodOptional ? "none" : "required";
  }
  const value: unknown = schema.def.defaultValue;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text === "{}" || text === "[]" ? "none" : `\`${text}\``;
}

/** The systems of an option of the baselines' union, by the family's name where it has several. */
function systemsOf(option: z.ZodObject): string | null {
  const system = bare(option.shape["system"]);
  if (!(system instanceof z.ZodEnum)) return null;
  const names = system.options.map(String);
  const [family] = Object.entries(FAMILIES).find(([, systems]) => systems.some((each) => names.includes(each))) ?? [""];
  return names.length > 1 ? `${family} systems` : names.join("");
}

/** The objects that a value of a schema can be, a union opened. None where it is no object. */
export function objectForms({ schema, systems }: Form): Form[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) return [{ schema: inner, systems: systems ?? systemsOf(inner) }];
  return inner instanceof z.ZodUnion ? inner.options.flatMap((option) => objectForms({ schema: bare(option), systems })) : [];
}

/** The section that begins below a key: its own keys, or those of its entries. Undefined where there are none. */
export function sectionBelow(path: string, forms: readonly Form[]): Section | undefined {
  const objects = forms.flatMap(objectForms);
  if (objects.length > 0) return { path, forms: objects };
  const first = forms[0] && bare(forms[0].schema);
  const inner = forms.flatMap(({ schema, systems }): Form[] => {
    const each = bare(schema);
    const held = each instanceof z.ZodArray ? each.element : each instanceof z.ZodRecord ? each.valueType : undefined;
    return held instanceof z.ZodType ? [{ schema: held, systems }] : [];
  });
  if (inner.length === 0) return undefined;
  return sectionBelow(first instanceof z.ZodArray ? `${path}[]` : `${path}.<name>`, inner);
}

/** The keys of a section in the order of its forms, each with the forms that have it. */
export function keysOf({ forms }: Section): (readonly [string, readonly Form[]])[] {
  const keys = new Map<string, Form[]>();
  for (const { schema, systems } of forms) {
    for (const [key, inner] of Object.entries(schema instanceof z.ZodObject ? schema.shape : {})) {
      if (inner instanceof z.ZodType) keys.set(key, [...(keys.get(key) ?? []), { schema: inner, systems }]);
    }
  }
  return [...keys];
}
