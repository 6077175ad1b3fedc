/** What is wrong with a piece of text, in words a person can act on; whoever knows where the text stands adds the place. */
export interface Finding {
  readonly got: string;
  readonly want: string;
  readonly fix: string;
}

/** Either the value that a text means, or everything that is wrong with it. Parsing never throws. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly findings: readonly Finding[] };

/** The text means this. */
export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** The text means nothing, for these reasons. */
export function refused(...findings: readonly Finding[]): { readonly ok: false; readonly findings: readonly Finding[] } {
  return { ok: false, findings };
}
