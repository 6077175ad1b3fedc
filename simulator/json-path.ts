/** A path that leads nowhere: Step Functions ends the execution, and no catch sees it. */
export class NoSuchPath extends Error {}

type Plain = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Plain => typeof value === "object" && value !== null && !Array.isArray(value);

/** Everything by that name, however deep. */
function deep(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => deep(item, name));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...(key === name ? [inner] : []), ...deep(inner, name)]);
}

function stepInto(value: unknown, step: string, path: string): unknown {
  const index = /^\[(\d+)(:?)\]$/u.exec(step);
  if (index && Array.isArray(value)) {
    const from = Number(index[1]);
    if (index[2] === ":") return value.slice(from);
    if (from < value.length) return value[from];
  } else if (!index && isRecord(value) && Object.hasOwn(value, step.slice(1))) return value[step.slice(1)];
  throw new NoSuchPath(`${path} leads nowhere`);
}

/**
 * What stands at a path: the part of JSONPath that our state machines use, and no more: names, places in a list, the rest of a list from
 * a place on, and everything of a name.
 */
export function valueAt(data: unknown, path: string): unknown {
  const [, name] = /^\$\.\.([A-Za-z]+)$/u.exec(path) ?? [];
  if (name !== undefined) return deep(data, name);
  if (!/^\$(\.[A-Za-z]+|\[\d+:?\])*$/u.test(path)) throw new Error(`not a path that our state machines use: ${path}`);
  const steps = path.slice(1).match(/\.[A-Za-z]+|\[\d+:?\]/gu) ?? [];
  return steps.reduce<unknown>((value, step) => stepInto(value, step, path), data);
}

/** Data with a value at a path of names. `$` is all of it. */
export function withValue(data: unknown, path: string, value: unknown): unknown {
  if (path === "$") return value;
  const [first = "", ...rest] = path.slice(2).split(".");
  const before = isRecord(data) ? data : {};
  return { ...before, [first]: rest.length === 0 ? value : withValue(before[first], `$.${rest.join(".")}`, value) };
}

/** The functions that our state machines use, by name. */
const FUNCTIONS: Readonly<Record<string, (values: readonly unknown[]) => unknown>> = {
  Format: ([format, ...values]) => {
    let next = 0;
    return String(format).replaceAll("{}", () => String(values[next++]));
  },
  ArrayLength: ([list]) => (Array.isArray(list) ? list.length : 0),
};

/** What a text of a `….$` field stands for: a path, the execution's own data, or one of two functions of them. */
export function meant(text: string, data: unknown, context: unknown): unknown {
  const [, name = "", inside = ""] = /^States\.([A-Za-z]+)\((.*)\)$/u.exec(text) ?? [];
  const call = FUNCTIONS[name];
  if (call) return call(splitArguments(inside).map((each) => meant(each, data, context)));
  const quoted = /^'((?:\\.|[^'\\])*)'$/u.exec(text);
  if (quoted) return (quoted[1] ?? "").replaceAll(/\\(.)/gu, "$1");
  return text.startsWith("$$") ? valueAt(context, text.slice(1)) : valueAt(data, text);
}

function splitArguments(text: string): string[] {
  return (text.match(/'(?:\\.|[^'\\])*'|[^,']+/gu) ?? []).map((each) => each.trim()).filter((each) => each !== "");
}

/** Parameters with their `….$` fields filled in. */
export function filled(parameters: unknown, data: unknown, context: unknown): unknown {
  if (Array.isArray(parameters)) return parameters.map((item) => filled(item, data, context));
  if (!isRecord(parameters)) return parameters;
  return Object.fromEntries(
    Object.entries(parameters).map(([key, value]) =>
      key.endsWith(".$") ? [key.slice(0, -2), meant(String(value), data, context)] : [key, filled(value, data, context)],
    ),
  );
}
