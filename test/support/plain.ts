import { parse } from "yaml";

/** What YAML can say. */
export type Plain = null | string | number | boolean | Plain[] | { [key: string]: Plain };
/** Where something stands in it. */
export type Path = readonly (string | number)[];

/** Whether a parsed value is plain data. YAML without tags gives nothing else. */
export function isPlain(value: unknown): value is Plain {
  return value !== undefined;
}

/** The path of every value, outermost first. */
export function places(value: Plain, path: Path = []): Path[] {
  if (value === null || typeof value !== "object") return [path];
  const inner: (readonly [string | number, Plain])[] = Array.isArray(value)
    ? value.map((item, place) => [place, item] as const)
    : Object.entries(value);
  return [path, ...inner.flatMap(([key, child]) => places(child, [...path, key]))];
}

/** A copy in which the value at a path is another, or is not there where the change gives undefined. */
export function replacedAt(value: Plain, path: Path, change: (old: Plain) => Plain | undefined): Plain | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    return value.flatMap((item, place) => {
      const now = place === key ? replacedAt(item, rest, change) : item;
      return now === undefined ? [] : [now];
    });
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      const now = name === key ? replacedAt(item, rest, change) : item;
      return now === undefined ? [] : [[name, now] as const];
    }),
  );
}

/** The same file, as JSON, with the keys of each mapping in another order; lists stay as they are. */
export function reordered(text: string, order: (keys: readonly string[]) => readonly string[]): string {
  const turn = (value: Plain): Plain => {
    if (Array.isArray(value)) return value.map(turn);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(order(Object.keys(value)).map((key) => [key, turn(value[key] ?? null)]));
  };
  const parsed: unknown = parse(text);
  return JSON.stringify(isPlain(parsed) ? turn(parsed) : null, null, 1);
}
