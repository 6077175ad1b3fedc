/** Something AWS would refuse: where in the resource's inputs, and why, in the words that AWS uses for it. */
export interface Finding {
  /** The input's name, dotted where it is nested; empty for the resource as a whole. */
  readonly at: string;
  readonly reason: string;
}

/** A value that the engine does not know yet, as it stands on the wire in a preview. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A plain structure of inputs, outputs or request members. */
export type Properties = Readonly<Record<string, unknown>>;

/** True for a plain structure, false for lists, text and the rest. */
export function isStructure(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** True when something inside the value is not known yet. */
export function hasUnknown(value: unknown): boolean {
  if (value === unknownValue) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  return isStructure(value) && Object.values(value).some(hasUnknown);
}
