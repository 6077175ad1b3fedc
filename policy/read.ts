import { UNKNOWN, type Plain, type PlainRecord, type Unknown } from "./plain";

/** Whether a value is a map of properties. */
export function isRecord(value: Plain): value is PlainRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

/** The text of a value, or undefined where it is something else. */
export function text(value: Plain): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** A whole or broken number, also where it stands as text ("4"); undefined where it is something else. */
export function number(value: Plain): number | undefined {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** A truth value, also where it stands as text in any case ("True"); undefined where it is something else. */
export function flag(value: Plain): boolean | undefined {
  if (typeof value === "boolean") return value;
  const word = text(value)?.toLowerCase();
  return word === "true" ? true : word === "false" ? false : undefined;
}

/** The elements of a list; a single value counts as a list of one, as AWS's JSON often has it; nothing is none. */
export function list(value: Plain): readonly Plain[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

/** The texts of a list, or UNKNOWN when one of them is. What is not text is left out. */
export function texts(value: Plain): readonly string[] | Unknown {
  const items = list(value);
  if (items.includes(UNKNOWN)) return UNKNOWN;
  return items.filter((item) => typeof item === "string");
}

/** The property at a dotted path (`a.b.0.c`); UNKNOWN when something on the way is. */
export function at(value: Plain, path: string): Plain {
  let current = value;
  for (const key of path.split(".")) {
    if (current === UNKNOWN) return UNKNOWN;
    if (isList(current)) current = current[Number(key)];
    else if (isRecord(current)) current = Object.hasOwn(current, key) ? current[key] : undefined;
    else return undefined;
  }
  return current;
}

/** The dotted path of the first value in here that is not known, or undefined when all is known. */
export function firstUnknown(value: Plain, path: string): string | undefined {
  if (value === UNKNOWN) return path;
  if (isList(value)) {
    for (const [index, item] of value.entries()) {
      const found = firstUnknown(item, `${path}.${index}`);
      if (found !== undefined) return found;
    }
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      const found = firstUnknown(item, `${path}.${key}`);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** A value as a message shows it: short, on one line, `nothing` where it is absent. */
export function show(value: Plain): string {
  if (value === UNKNOWN) return "a value not known before the update";
  if (value === undefined || value === null || value === "") return "nothing";
  const shown =
    typeof value === "string" ? value : JSON.stringify(value, (_, item: unknown) => (item === UNKNOWN ? "(unknown)" : item));
  return shown.length > 120 ? `${shown.slice(0, 117)}...` : shown;
}
