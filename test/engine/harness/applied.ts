import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../prepare";
import type { Run } from "./harness";
import { sound, type Stack } from "./stack";
import { World } from "./world";

/** The fleets that ship with the project, by folder. */
export const examples = ["reference", "rings", "functions", "lab", "development-sundays"] as const;

/** One of them. */
export type Example = (typeof examples)[number];

/** What a run printed, and the files in which Pulumi wrote down what it did. */
export interface Recorded {
  readonly run: Run;
  /** Every call between engine, program and providers. */
  readonly calls: string;
  /** What the engine did, as JSON lines. */
  readonly events: string;
}

/** A fleet that was applied once, with what was recorded on the way, by stack. Shared: look at it, or work on a fork. */
export interface AppliedWorld {
  readonly world: World;
  readonly previews: ReadonlyMap<string, Recorded>;
  readonly ups: ReadonlyMap<string, Recorded>;
}

const applied = new Map<Example, Promise<AppliedWorld>>();

/** The text of an example's fleet file. */
export function fleetOf(example: Example): string {
  return readFileSync(join(repository, "examples", example, "fleet.yaml"), "utf8");
}

/** An example after its first `up` of every stack in order; made once for all tests. */
export function appliedWorld(example: Example): Promise<AppliedWorld> {
  const known = applied.get(example);
  if (known !== undefined) return known;
  const made = apply(example);
  applied.set(example, made);
  return made;
}

/** Takes away all shared worlds. */
export async function disposeApplied(): Promise<void> {
  for (const each of applied.values()) (await each.catch(() => undefined))?.world.dispose();
  applied.clear();
}

async function apply(example: Example): Promise<AppliedWorld> {
  const world = await World.begin(fleetOf(example));
  const previews = new Map<string, Recorded>();
  const ups = new Map<string, Recorded>();
  for (const stack of world.stacks) {
    previews.set(stack.name, await recorded(world, stack, "preview"));
    ups.set(stack.name, await recorded(world, stack, "up"));
  }
  return { world, previews, ups };
}

async function recorded(world: World, stack: Stack, command: "preview" | "up"): Promise<Recorded> {
  const calls = join(world.harness.directory, `${stack.name}.${command}.calls.json`);
  const events = join(world.harness.directory, `${stack.name}.${command}.events.json`);
  const run = await stack[command]({
    arguments: ["--event-log", events],
    environment: { PULUMI_DEBUG_GRPC: calls, PULUMI_DEBUG_COMMANDS: "true" },
  });
  return { run: sound(run), calls, events };
}
