/** How much a violation weighs: an advisory one is shown, a mandatory one fails the preview. */
export type Level = "advisory" | "mandatory" | "remediate";

/** One resource, or the stack, that breaks one rule. */
export interface Violation {
  readonly rule: string;
  readonly level: Level;
  /** The resource, or the stack itself for what no single resource tells. */
  readonly urn: string;
  readonly message: string;
}
