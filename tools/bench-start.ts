import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { fleetOf } from "../test/engine/harness/applied";
import { sound } from "../test/engine/harness/stack";
import { World } from "../test/engine/harness/world";
import { median } from "./bench/measure";

/**
 * How long the program takes to start under Pulumi's own engine, from the start of its process until all of it is loaded:
 * compiled, as it ships, beside the same sources as Pulumi loads TypeScript by default: by ts-node with its type check on a
 * machine that has not seen them (a pipeline's), and with what ts-node has kept from a run before. Run with `npm run bench:start`.
 */
const RUNS = 5;

interface Way {
  readonly what: string;
  readonly typescript: boolean;
  /** What is loaded. */
  readonly entry: string;
  /** Whether each run begins without what ts-node keeps in the folder for temporary files. */
  readonly afresh: boolean;
}

const WAYS: readonly Way[] = [
  { what: "compiled, as it ships", typescript: false, entry: "./stacks/main.js", afresh: true },
  { what: "ts-node, Pulumi's default", typescript: true, entry: "./stacks/index.ts", afresh: true },
  { what: "ts-node, with its cache", typescript: true, entry: "./stacks/index.ts", afresh: false },
];

/** Points the project at an entry that loads the program and says when it is there. `package.json` is a link into the tree. */
function enter(project: string, { entry, typescript }: Way): void {
  const manifest = join(project, "package.json");
  const content: object = JSON.parse(readFileSync(manifest, "utf8"));
  rmSync(manifest);
  writeFileSync(manifest, JSON.stringify({ ...content, main: "start.js" }));
  const say = `require("node:fs").writeFileSync(${JSON.stringify(join(project, "loaded"))}, String(Math.round(process.uptime() * 1000)));`;
  writeFileSync(join(project, "start.js"), `require(${JSON.stringify(entry)});\n${say}\n`);
  const runtime = { name: "nodejs", options: { typescript } };
  writeFileSync(join(project, "Pulumi.yaml"), stringify({ name: "fleet-patching", runtime, stackConfigDir: "stacks/config" }));
}

async function once(world: World, afresh: boolean): Promise<number> {
  const temporary = join(world.harness.directory, "temporary");
  if (afresh) rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { recursive: true });
  sound(await world.stack("nonprod").preview({ environment: { TMPDIR: temporary, FLEET_COMPILED: "" } }));
  return Number(readFileSync(join(world.project, "loaded"), "utf8"));
}

async function main(): Promise<void> {
  const world = await World.begin(fleetOf("reference"));
  try {
    process.stdout.write(`start of the program under Pulumi's engine, medians of ${RUNS} runs after one that does not count\n`);
    const times: number[] = [];
    for (const way of WAYS) {
      enter(world.project, way);
      await once(world, way.afresh);
      const runs: number[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await once(world, way.afresh));
      times.push(median(runs));
      const ratio = `${((times.at(-1) ?? 0) / (times[0] ?? 1)).toFixed(1)} x`;
      process.stdout.write(`${way.what.padEnd(34)}${String(times.at(-1)).padStart(8)} ms${ratio.padStart(8)}\n`);
    }
  } finally {
    world.dispose();
  }
}

void main();
