import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { RecordedAlias, RecordedResource } from "../preview/engine/recorded-resource";
import { previewFleet } from "../preview/preview-fleet";
import { readFleet } from "../stacks/read-fleet";

/**
 * The names under which users' stacks know their resources: every URN that the examples have ever had. A name that changes
 * without an alias makes Pulumi delete what it named and make it anew, so the list only grows.
 */
export const NAMES_FILE = "examples/released-names.txt";

/** Names do not depend on the instant. */
const AS_OF = "2026-11-21T08:00:00Z";

/** A resource with the example that it stands in. */
export interface ExampleResource {
  readonly example: string;
  readonly resource: Pick<RecordedResource, "urn" | "name" | "type" | "aliases">;
}

/** Everything that the examples register. */
export async function exampleResources(root: string): Promise<(ExampleResource & { readonly resource: RecordedResource })[]> {
  const all = [];
  for (const example of readdirSync(path.join(root, "examples"))) {
    const file = path.join(root, "examples", example, "fleet.yaml");
    if (!existsSync(file)) continue;
    const opened = readFleet(file, AS_OF);
    if ("problems" in opened) throw new Error(`examples/${example} is wrong: ${JSON.stringify(opened.problems[0])}`);
    for (const { result } of await previewFleet(opened.plan))
      all.push(...result.resources.map((resource) => ({ example, resource })));
  }
  return all;
}

/** The URN that an alias stands for: what it does not say is as on the resource. */
function aliasUrn({ urn, name, type }: ExampleResource["resource"], alias: RecordedAlias): string {
  if (typeof alias === "string") return alias;
  const [prefix = "", project = "", types = ""] = urn.split("::");
  const parents = alias.parent?.split("::")[2] ?? types.split("$").slice(0, -1).join("$");
  const chain = [...(alias.noParent || parents === "" ? [] : [parents]), alias.type ?? type].join("$");
  const stack = alias.stack === undefined ? prefix : `urn:pulumi:${alias.stack}`;
  return [stack, alias.project ?? project, chain, alias.name ?? name].join("::");
}

/** Every name that the resources answer to, sorted: what they are called, and what they were called before. */
export function namesOf(resources: readonly ExampleResource[]): string[] {
  const names = resources.flatMap(({ example, resource }) =>
    [resource.urn, ...resource.aliases.map((alias) => aliasUrn(resource, alias))].map((urn) => `${example} ${urn}`),
  );
  return [...new Set(names)].toSorted();
}

/** The names on the list. */
export function releasedNames(root: string): string[] {
  const file = path.join(root, NAMES_FILE);
  return existsSync(file)
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== "")
    : [];
}

async function main(): Promise<void> {
  const names = new Set([...releasedNames("."), ...namesOf(await exampleResources("."))]);
  writeFileSync(
    NAMES_FILE,
    [...names]
      .toSorted()
      .map((name) => `${name}\n`)
      .join(""),
  );
}

if (require.main === module) void main();
