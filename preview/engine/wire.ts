import { type Properties, UNKNOWN, type Value, isAttachment, isList, isResourceReference, isSecret, isUnknown } from "./value";

/** A value as it travels between program and engine: plain JSON in which sentinels stand for what JSON cannot say. */
export type WireValue = null | boolean | number | string | readonly WireValue[] | WireProperties;

/** Properties as they travel; a property that is absent is undefined. */
export interface WireProperties {
  readonly [name: string]: WireValue | undefined;
}

/** What stands on the wire for a value that is not known yet. */
export const UNKNOWN_SENTINEL = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The key that marks an object on the wire as something special; its value says what. */
export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";

/** The signatures under {@link SIGNATURE_KEY}, fixed by the protocol of every Pulumi engine. */
export const SIGNATURE = {
  secret: "1b47061264138c4ac30d75fd1eb44270",
  resource: "5cf8f73096256a8f31e491e813e4eb8e",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  asset: "c44067f5952c0a294b673a41bacd8c17",
  archive: "0def7320c3a5731c473e5ecbe6d01bc7",
} as const;

/** Properties from the wire as tagged plain data; what is no object has none. */
export function decodeProperties(wire: unknown): Properties {
  const properties: Record<string, Value> = {};
  for (const [name, value] of typeof wire === "object" && wire !== null ? Object.entries(wire) : []) {
    if (value !== undefined) {
      properties[name] = decode(value);
    }
  }
  return properties;
}

/** One value from the wire as tagged plain data. An unfamiliar signature is left as plain properties. */
export function decode(wire: unknown): Value {
  if (wire === UNKNOWN_SENTINEL) {
    return UNKNOWN;
  }
  if (typeof wire === "string" || typeof wire === "number" || typeof wire === "boolean") {
    return wire;
  }
  if (Array.isArray(wire)) {
    return wire.map(decode);
  }
  if (typeof wire !== "object" || wire === null) {
    return null;
  }
  const properties = decodeProperties(wire);
  return SIGNATURE_KEY in wire ? special(properties) : properties;
}

function special(properties: Properties): Value {
  const { [SIGNATURE_KEY]: signature, ...parts } = properties;
  const value = parts["value"];
  if (signature === SIGNATURE.secret) {
    return { $secret: value ?? null };
  }
  if (signature === SIGNATURE.output) {
    return parts["secret"] === true ? { $secret: value ?? UNKNOWN } : (value ?? UNKNOWN);
  }
  if (signature === SIGNATURE.resource && typeof parts["urn"] === "string") {
    return resourceReference(parts["urn"], parts["id"]);
  }
  if (signature === SIGNATURE.asset) {
    return { $asset: withoutMarks(parts) };
  }
  return signature === SIGNATURE.archive ? { $archive: withoutMarks(parts) } : properties;
}

// The SDK leaves marks of its own (`__pulumiAsset`) in what it sends; the engine drops them.
function withoutMarks(parts: Properties): Properties {
  return Object.fromEntries(Object.entries(parts).filter(([name]) => !name.startsWith("__")));
}

function resourceReference(urn: string, id: Value | undefined): Value {
  // An empty id is the engine's way to say "not known yet" in a reference.
  return id === undefined ? { $resource: urn } : { $resource: urn, id: id === "" ? UNKNOWN : id };
}

/** Tagged plain data as it travels; properties that are undefined are left out, as JSON does. */
export function encodeProperties(properties: Readonly<Record<string, Value | undefined>>): WireProperties {
  const wire: Record<string, WireValue> = {};
  for (const [name, value] of Object.entries(properties)) {
    if (value !== undefined) {
      wire[name] = encode(value);
    }
  }
  return wire;
}

/** One tagged value as it travels. */
export function encode(value: Value): WireValue {
  if (value === null || typeof value !== "object") {
    return value;
  }
  if (isList(value)) {
    return value.map(encode);
  }
  if (isUnknown(value)) {
    return UNKNOWN_SENTINEL;
  }
  if (isSecret(value)) {
    return signed(SIGNATURE.secret, { value: value.$secret });
  }
  if (isResourceReference(value)) {
    return signed(SIGNATURE.resource, { urn: value.$resource, id: value.id });
  }
  if (isAttachment(value)) {
    return value.$asset === undefined ? signed(SIGNATURE.archive, value.$archive) : signed(SIGNATURE.asset, value.$asset);
  }
  return encodeProperties(value);
}

function signed(signature: string, parts: Readonly<Record<string, Value | undefined>> = {}): WireProperties {
  return { [SIGNATURE_KEY]: signature, ...encodeProperties(parts) };
}
