import { isAlias, isMap, isNode, isScalar, isSeq, type Alias, type LineCounter, type Node, type Pair } from "yaml";
import { printable } from "./printable";
import { pathText, type Finding, type Path, type Problem } from "./problem";

/** The fleet file as it was read: where each of its values stands. */
export interface FleetSource {
  /** The file's name as the person gave it. */
  readonly file: string;
  readonly root: Node | null;
  readonly lines: LineCounter;
  /** What each alias stands for. */
  readonly aliases: ReadonlyMap<Alias, Node>;
}

interface Spot {
  /** The value, or its nearest ancestor that stands in the file. */
  readonly node: Node | null;
  /** Where to point: the key of a value that has one, else the value itself. Characters from the start. */
  readonly offset: number;
  /** Whether the whole path stands in the file. */
  readonly exact: boolean;
}

function resolved(source: FleetSource, value: unknown): Node | null {
  let node = isNode(value) ? value : null;
  for (let hops = 0; node && isAlias(node) && hops < 100; hops++) node = source.aliases.get(node) ?? null;
  return node;
}

function isKey(pair: Pair, name: string): boolean {
  return isScalar(pair.key) && (pair.key.value ?? "") === name;
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function child(source: FleetSource, node: Node, part: string | number): Omit<Spot, "exact"> | undefined {
  if (isSeq(node) && typeof part === "number") {
    const item = node.items[part];
    const offset = offsetOf(item);
    return offset === undefined ? undefined : { node: resolved(source, item), offset };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((candidate) => isKey(candidate, String(part)));
  const offset = offsetOf(pair?.key);
  return pair && offset !== undefined ? { node: resolved(source, pair.value), offset } : undefined;
}

/** The place of a path in the file, or of its nearest ancestor that stands there. */
export function spotOf(source: FleetSource, path: Path): Spot {
  const root = resolved(source, source.root);
  let spot: Spot = { node: root, offset: offsetOf(root) ?? 0, exact: true };
  for (const part of path) {
    const next = spot.node && child(source, spot.node, part);
    if (!next) return { ...spot, exact: false };
    spot = { ...next, exact: true };
  }
  return spot;
}

/** A single value as it is written in the file, without quotes; undefined for lists, keys and what is not there. */
export function writtenAt(source: FleetSource, path: Path): string | undefined {
  const { node, exact } = spotOf(source, path);
  return exact && isScalar(node) && node.value !== null ? node.source : undefined;
}

/** The line of a character, counted from 1. */
export function lineAt(lines: LineCounter, offset: number): number {
  return Math.max(1, lines.linePos(offset).line);
}

/** Where a value of the fleet file stands, as `fleet.yaml:12`; where it is missing, the nearest ancestor. */
export function locate(source: FleetSource, path: Path): string {
  return `${source.file}:${lineAt(source.lines, spotOf(source, path).offset)}`;
}

function toProblem({ path, got, want, fix }: Finding, place: string): Problem {
  const at = printable([place, pathText(path)].filter((part) => part !== "").join(" "));
  return { at, got: printable(got) || "empty text", want: printable(want), fix: printable(fix) };
}

/** What was found, as problems in the order of the file; without a source, by path alone. */
export function toProblems(findings: readonly Finding[], source?: FleetSource): Problem[] {
  if (!source) return findings.map((finding) => toProblem(finding, ""));
  return findings
    .map((finding) => ({ finding, offset: spotOf(source, finding.path).offset }))
    .toSorted((one, other) => one.offset - other.offset)
    .map(({ finding, offset }) => toProblem(finding, `${source.file}:${lineAt(source.lines, offset)}`));
}
