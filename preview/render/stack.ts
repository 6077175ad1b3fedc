import type { PreviewResource, PreviewStack, Violation } from "../preview";
import { WIDTH, columns } from "./columns";
import type { Paint } from "./paint";
import { wrapped } from "./wrapped";

const ROOT = "pulumi:pulumi:Stack";

function shortType(type: string): string {
  // Azure's names say twice what they belong to: VirtualMachineRunCommandByVirtualMachine.
  return type.slice(type.lastIndexOf(":") + 1).replace(/By[A-Z]\w*$/, "");
}

/** How many of each type, as `9 PatchGroup, 4 DefaultPatchBaseline`, most first. */
function counts(resources: readonly PreviewResource[]): string {
  const byType = new Map<string, number>();
  for (const { type } of resources) byType.set(shortType(type), (byType.get(shortType(type)) ?? 0) + 1);
  return [...byType]
    .toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .map(([type, count]) => `${count} ${type}`)
    .join(", ");
}

/** A child of the stack itself: its name without its region, what it is, and what it holds. */
interface Branch {
  readonly region: string | null;
  readonly cells: readonly string[];
}

function branches(stack: PreviewStack): Branch[] {
  const root = stack.resources.find(({ type }) => type === ROOT);
  const childrenOf = (urn: string) => stack.resources.filter(({ parent }) => parent === urn);
  return stack.resources
    .filter(({ parent, type }) => type !== ROOT && (parent === root?.urn || parent === null))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ urn, name, type }) => {
      const region = stack.regions.find((candidate) => name.startsWith(`${candidate}-`)) ?? null;
      const short = region === null ? name : name.slice(region.length + 1);
      const what = type.startsWith("pulumi:providers:") ? "provider" : shortType(type);
      return { region, cells: [short, what, counts(childrenOf(urn))] };
    });
}

/** The regions of a stack by what they hold: regions that hold the same are shown once. */
function regionsAlike(all: readonly Branch[], regions: readonly string[]): [names: string, cells: (readonly string[])[]][] {
  const alike = new Map<string, [string[], (readonly string[])[]]>();
  for (const region of regions) {
    const held = all.filter((branch) => branch.region === region).map(({ cells }) => cells);
    const [names] = alike.get(JSON.stringify(held)) ?? [[]];
    if (held.length > 0) alike.set(JSON.stringify(held), [[...names, region], held]);
  }
  return [...alike.values()].map(([names, held]) => [names.length > 1 ? `${names.join(", ")}: each` : names.join(""), held]);
}

function plural(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? "" : "s"}`;
}

/** How many resources a stack makes: what people count, so neither the stack itself nor components or providers. */
export function resourceCount(stack: PreviewStack): number {
  return stack.resources.filter(({ type }) => type.startsWith("aws:") || type.startsWith("azure-native:")).length;
}

function headLine(stack: PreviewStack, colours: Paint): string {
  const total = plural(resourceCount(stack), "resource");
  return `${colours.bold(stack.name)}  ${stack.kind}  ${stack.account}  ${stack.regions.join(", ")}  ${total}`;
}

/** A rule that is broken: its first place in full unless it is advice, and how many more there are. */
function brokenRule([first, ...more]: readonly Violation[], colours: Paint): string[] {
  if (first === undefined) return [];
  const { level, rule, urn, message } = first;
  if (level === "advisory") return [`   ${colours.yellow(level)} ${rule}, ${plural(more.length + 1, "place")}`];
  const about = `${urn.slice(urn.lastIndexOf("::") + 2)}${more.length > 0 ? ` and ${more.length} more` : ""}`;
  const mark = level === "mandatory" ? colours.red(level) : colours.yellow(level);
  return [`   ${mark} ${rule} (${about})`, ...wrapped(message, WIDTH - 6).map((line) => `      ${line}`)];
}

/** What the rules found in a stack, each rule once: what refuses it first and in full, advice in a line a rule. */
export function violationLines(violations: readonly Violation[], colours: Paint): string[] {
  const byRule = new Map<string, Violation[]>();
  for (const violation of violations) {
    const key = `${violation.level} ${violation.rule}`;
    byRule.set(key, [...(byRule.get(key) ?? []), violation]);
  }
  return [...byRule.values()]
    .toSorted(([a], [b]) => Number(a?.level !== "mandatory") - Number(b?.level !== "mandatory"))
    .flatMap((broken) => brokenRule(broken, colours));
}

function treeLines(cells: readonly (readonly string[])[], indent: string, last: boolean, colours: Paint): string[] {
  return columns(cells, WIDTH - indent.length - 3).flatMap((lines, place) => {
    const ends = last && place === cells.length - 1;
    return lines.map(
      (line, more) => `${colours.dim(`${indent}${more > 0 ? (ends ? "  " : "│ ") : ends ? "└─" : "├─"}`)} ${line}`,
    );
  });
}

/** One stack as a tree: a line for each component, with what it holds by type; regions that hold the same are one branch. */
export function renderStack(stack: PreviewStack, colours: Paint): string {
  const all = branches(stack);
  const regional = regionsAlike(all, stack.regions);
  const own = all.filter(({ region }) => region === null).map(({ cells }) => cells);
  const lines = regional.flatMap(([names, cells], place) => {
    const last = place === regional.length - 1;
    const stem = colours.dim(last ? "└─" : "├─");
    return [`${stem} ${names}`, ...treeLines(cells, last ? "   " : "│  ", true, colours)];
  });
  return [
    headLine(stack, colours),
    ...treeLines(own, "", regional.length === 0, colours),
    ...lines,
    ...violationLines(stack.violations, colours),
  ].join("\n");
}

/** A stack in one line, for fleets of many. */
export function renderStackLine(stack: PreviewStack, colours: Paint): string {
  return [headLine(stack, colours), ...violationLines(stack.violations, colours)].join("\n");
}
