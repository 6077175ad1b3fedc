/** An event as it comes to a bus. */
export type Event = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function matchesOne(want: unknown, got: unknown): boolean {
  if (!isRecord(want)) return want === got;
  const [[operator, operand] = ["", ""], ...more] = Object.entries(want);
  if ((operator !== "prefix" && operator !== "suffix") || typeof operand !== "string" || more.length > 0)
    throw new Error(`the matcher does not know ${JSON.stringify(want)}`);
  return typeof got === "string" && (operator === "prefix" ? got.startsWith(operand) : got.endsWith(operand));
}

/**
 * Whether EventBridge lets an event through, by the rules of its patterns: every field of the pattern is in the event; a list
 * is a choice of values, compared letter by letter and type by type; a list in the event is matched by one of its values.
 * Knows what the fleet's patterns use, and throws on the rest.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function matches(pattern: Event, event: Event): boolean {
  return Object.entries(pattern).every(([field, want]) => {
    const got = event[field];
    if (isRecord(want)) return isRecord(got) && matches(want, got);
    if (!Array.isArray(want) || want.length === 0) throw new Error(`${field}: a pattern has lists of values`);
    const values = Array.isArray(got) ? got : [got];
    return want.some((each) => values.some((value) => matchesOne(each, value)));
  });
}

function at(event: unknown, path: string): unknown {
  return path
    .replace(/^\$\./u, "")
    .split(".")
    .reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), event);
}

/** A message as EventBridge writes it: each `<name>` of the template is the event's field at that path, or nothing. */
export function transformed(template: string, fields: Readonly<Record<string, string>>, event: Event): string {
  return template.replaceAll(/<([A-Za-z0-9_-]+)>/gu, (_, name: string) => {
    const path = fields[name];
    if (path === undefined) throw new Error(`the template names <${name}>, which is no field`);
    const value = at(event, path);
    return typeof value === "string" || typeof value === "number" ? `${value}` : "";
  });
}
