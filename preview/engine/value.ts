/** A value that the cloud decides later: an id, an ARN, anything computed, in a preview. */
export interface Unknown {
  readonly $unknown: true;
}

/** A value that must never be printed; what it hides may itself be unknown. */
export interface Secret {
  readonly $secret: Value;
}

/** A reference to another resource that was passed whole; without an id it is a component, or its id is unknown. */
export interface ResourceReference {
  readonly $resource: string;
  readonly id?: Value;
}

/** A file or text (`$asset`), or a bundle of them (`$archive`), as the program passed it. */
export interface Attachment {
  readonly $asset?: Properties;
  readonly $archive?: Properties;
}

/** One property of a resource as plain data. Where the wire has sentinels, this has the tagged objects above. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | Unknown
  | Secret
  | ResourceReference
  | Attachment
  | Properties;

/** The properties of a resource, by name. */
export interface Properties {
  readonly [name: string]: Value;
}

/** The one unknown value; a frozen constant, so it can be compared by identity as well as by shape. */
export const UNKNOWN: Unknown = Object.freeze({ $unknown: true });

/** Whether a value is a list. */
export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether the cloud has yet to decide a value. */
export function isUnknown(value: Value | undefined): value is Unknown {
  return isTagged(value, "$unknown");
}

/** Whether a value is secret at its top. */
export function isSecret(value: Value | undefined): value is Secret {
  return isTagged(value, "$secret");
}

/** Whether a value refers to a whole resource. */
export function isResourceReference(value: Value | undefined): value is ResourceReference {
  return isTagged(value, "$resource");
}

/** Whether a value is a file, a text or a bundle of them. */
export function isAttachment(value: Value | undefined): value is Attachment {
  return isTagged(value, "$asset") || isTagged(value, "$archive");
}

/** Whether a value is an object with named properties: neither a list nor one of the tagged ones. */
export function isProperties(value: Value | undefined): value is Properties {
  return typeof value === "object" && value !== null && !isList(value) && !TAGS.some((tag) => tag in value);
}

/** A value made secret; a secret stays as it is. */
export function secret(value: Value): Secret {
  return isSecret(value) ? value : { $secret: value };
}

const TAGS = ["$unknown", "$secret", "$resource", "$asset", "$archive"] as const;

function isTagged(value: Value | undefined, tag: (typeof TAGS)[number]): boolean {
  return typeof value === "object" && value !== null && tag in value;
}
