/**
 * What stands in a resource when the cloud has not yet given the value: in a preview many ids and ARNs are not known.
 * A rule never takes it for absent.
 */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** A value that is not known before the update. */
export type Unknown = typeof UNKNOWN;

/** A resource's property as plain data; what is not known stands as {@link UNKNOWN}. */
export type Plain = string | number | boolean | null | undefined | Unknown | readonly Plain[] | PlainRecord;

/** A map of properties. */
export interface PlainRecord {
  readonly [key: string]: Plain;
}

/**
 * The engine's marks for values that are not known yet, one for each kind of value.
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/plugin/rpc.go
 */
const UNKNOWN_MARKS: ReadonlySet<unknown> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

const MARK_LENGTH = 36;

/**
 * Copies what the SDK hands a policy into plain data. The SDK's objects throw when a property is read that is not known
 * yet, which would end the whole rule; here only that one value becomes {@link UNKNOWN}.
 */
export function plain(value: unknown): Plain {
  if (typeof value === "string") return value.length === MARK_LENGTH && UNKNOWN_MARKS.has(value) ? UNKNOWN : value;
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) {
    // By index, not by iteration: an iterator stops at the first element that throws.
    const items: Plain[] = [];
    for (let index = 0; index < value.length; index++) items.push(property(value, index));
    return items;
  }
  if (typeof value === "object") {
    const record: Record<string, Plain> = {};
    for (const key of Object.keys(value)) record[key] = property(value, key);
    return record;
  }
  return undefined;
}

/**
 * What the SDK's proxy stands before, if it tells: the values with the engine's marks in them, at a fifth of the cost of
 * asking the proxy for each. Without an answer the value itself is read, which gives the same.
 */
export function behindProxy(value: object): unknown {
  const target: unknown = Reflect.get(value, "__getSpecialProxyTarget");
  return target ?? value;
}

function property(owner: object, key: string | number): Plain {
  let value: unknown;
  try {
    value = Reflect.get(owner, key);
  } catch {
    return UNKNOWN;
  }
  return plain(value);
}
