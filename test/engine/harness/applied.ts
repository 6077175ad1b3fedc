import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { repository } from "../prepare";
import type { Run } from "./harness";
import { runFolder } from "./run-folder";
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

/** An example after its first `up` of every stack in order; made once for all tests, in whichever process asks first. */
export function appliedWorld(example: Example): Promise<AppliedWorld> {
  const known = applied.get(example);
  if (known !== undefined) return known;
  const made = obtain(example);
  applied.set(example, made);
  return made;
}

async function obtain(example: Example): Promise<AppliedWorld> {
  const directory = join(runFolder(), example);
  const told = join(runFolder(), `${example}.json`);
  if (isFirst(directory)) writeWhole(told, JSON.stringify(await outcome(example, directory)));
  else await present(told);
  const { previews, ups, failed }: Outcome = JSON.parse(readFileSync(told, "utf8"));
  if (failed !== undefined) throw new Error(`${example} was not applied: ${failed}`);
  return { world: World.at(directory, fleetOf(example)), previews: new Map(previews), ups: new Map(ups) };
}

/** An applied world as one process tells the others. */
interface Outcome {
  readonly previews: readonly (readonly [string, Recorded])[];
  readonly ups: readonly (readonly [string, Recorded])[];
  readonly failed?: string;
}

async function outcome(example: Example, directory: string): Promise<Outcome> {
  const previews: [string, Recorded][] = [];
  const ups: [string, Recorded][] = [];
  try {
    const world = await World.begin(fleetOf(example), directory);
    for (const stack of world.stacks) {
      previews.push([stack.name, await recorded(world, stack, "preview")]);
      ups.push([stack.name, await recorded(world, stack, "up")]);
    }
    return { previews, ups };
  } catch (error) {
    return { previews, ups, failed: error instanceof Error ? error.message : String(error) };
  }
}

function isFirst(directory: string): boolean {
  try {
    mkdirSync(directory);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.draft`, text);
  renameSync(`${file}.draft`, file);
}

// Another process makes it: looked for until it is there, or until the test's own time is up.
async function present(file: string): Promise<void> {
  while (!existsSync(file)) await pause(100);
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
