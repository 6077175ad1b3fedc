/**
 * One thing that is wrong with what a person wrote, told so that a tired operator can mend it.
 *
 * - `at`: where, as `file:line path` when the source is a file, else the path alone (`groups.prod-auto.ring`)
 * - `got`: what stands there
 * - `want`: what could stand there
 * - `fix`: what to do
 */
export interface Problem {
  readonly at: string;
  readonly got: string;
  readonly want: string;
  readonly fix: string;
}

/** A path into the fleet file: keys and list positions, outermost first. */
export type Path = readonly (string | number)[];

/** A problem before its place in a file is known: what pure code finds. */
export interface Finding {
  readonly path: Path;
  readonly got: string;
  readonly want: string;
  readonly fix: string;
}

/** Writes a path as people do: `rings[1].after`. */
export function pathText(path: Path): string {
  return path.map((part, place) => (typeof part === "number" ? `[${part}]` : place === 0 ? part : `.${part}`)).join("");
}

/** A problem as people read it: where, then got, wanted and the fix, each on a line of its own. */
export function problemText({ at, got, want, fix }: Problem): string {
  return `${at}\n  got   ${got}\n  want  ${want}\n  fix   ${fix}`;
}
