import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Properties } from "../api/finding";
import type { Item, Place, Store } from "../cloud/store";
import { interruptedIn, settled, type Exported, type ExportedResource, type Interrupted } from "./interrupted";
import { sound, type Stack } from "./stack";

/** What a killed run had left open: each operation with its resource's type, such as `creating aws:iam/role:Role`. */
export interface Repaired {
  readonly pending: readonly string[];
}

/**
 * Brings a stack back after its run was killed, by the commands that operators have:
 * `cancel` for the lock that was left; where creations were interrupted, `stack export`, a look into the cloud for each of them,
 * and `stack import`; then `refresh`, which settles all the rest.
 *
 * `refresh --import-pending-creates` is not that way: Pulumi 3.259 forgets the resource and leaves it in the cloud.
 */
export async function repair(stack: Stack, store: Store, directory: string): Promise<Repaired> {
  sound(await stack.run(["cancel", "--yes", "--stack", stack.name]));
  const { pending } = stack.state();
  if (pending.some(({ type }) => type === "creating")) await settle(stack, store, directory);
  sound(await stack.refresh());
  return { pending: pending.map(({ type, resource }) => `${type} ${resource.type}`) };
}

async function settle(stack: Stack, store: Store, directory: string): Promise<void> {
  const file = join(directory, `${stack.name}.repair.json`);
  sound(await stack.run(["stack", "export", "--stack", stack.name, "--file", file]));
  const exported: Exported = JSON.parse(readFileSync(file, "utf8"));
  const taken = new Set((exported.deployment.resources ?? []).map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const interrupted of interruptedIn(exported)) {
    const id = lookUp(store, stack.account, interrupted, taken);
    if (id !== undefined) ids.set(interrupted.resource.urn, id);
  }
  writeFileSync(file, JSON.stringify(settled(exported, ids)));
  sound(await stack.run(["stack", "import", "--stack", stack.name, "--file", file]));
}

// What an operator asks the cloud's console or command line.
function lookUp(
  store: Store,
  account: string,
  { resource, search }: Interrupted,
  taken: ReadonlySet<string | undefined>,
): string | undefined {
  if (search.kind === "known") return search.id;
  const found = store
    .all()
    .filter(
      ({ place, item }) => isAt(place, account, resource) && fits(item, resource.type, search.inputs) && !taken.has(item.id),
    );
  const [only, second] = found;
  if (second !== undefined) throw new Error(`two things fit ${resource.urn}: ${found.map(({ item }) => item.id).join(", ")}`);
  if (only === undefined) return undefined;
  if (search.kind === "asked") return only.item.id;
  store.remove(only.place, resource.type, only.item.id);
  return undefined;
}

function isAt(place: Place, account: string, resource: ExportedResource): boolean {
  if (resource.type.startsWith("azure")) return true;
  return place.account === account && [resource.inputs?.["region"], "global"].includes(place.region);
}

function fits(item: Item, type: string, inputs: Properties): boolean {
  return item.type === type && Object.entries(inputs).every(([name, value]) => isDeepStrictEqual(item.inputs[name], value));
}
