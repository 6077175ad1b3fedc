import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { serversOf, type Demo, type DemoServer } from "../../evidence/demo/server";
import { demoOf, writeDemo, type DemoOptions } from "../../evidence/demo/write-demo";
import type { Changes } from "../../fleet/changes";
import type { Plan } from "../../fleet/plan";
import type { Fleet } from "../../fleet/schema/fleet-file";
import { readFleet } from "../../stacks/read-fleet";
import { fleetCommand, folderWith, type CommandRun } from "./fleet-command";
import { replaced } from "./fleet-text";

/** The instant of the scan's evidence. */
export const SCANNED_BY = "2026-11-21T08:00:00Z";

/** The group under review, and the folder of its evidence. */
export const GROUP = "prod-sensitive";
export const DATA = "data";

/** The reference fleet in a folder of its own, with evidence of 1,200 servers, 304 of them under review. */
export interface ReferenceWalk {
  readonly folder: string;
  readonly demo: Demo;
  /** Runs the `fleet` command in the folder; it must end well. */
  fleet(...args: readonly string[]): string;
  /** The same where it may fail. */
  tried(...args: readonly string[]): CommandRun;
  file(name: string): string;
  text(name: string): string;
  write(name: string, text: string): void;
  remove(name: string): void;
  /** What the fleet file and its changes come to. */
  opened(asOf: string): { readonly plan: Plan; readonly fleet: Fleet; readonly changes: Changes };
  /** The demo's own servers of a group. */
  servers(group: string): DemoServer[];
  /** Leaves the evidence of one group's servers only: what others tell says nothing of it, and takes long to read. */
  keepEvidenceOf(group: string): void;
  discard(): void;
}

const OPTIONS: DemoOptions = { seed: 1, asOf: SCANNED_BY, packages: 12 };

/** Begins a walk, with another text of the fleet file where one is given. */
export async function referenceWalk(changed: (text: string) => string = (text) => text): Promise<ReferenceWalk> {
  const shipped = readFileSync("examples/reference/fleet.yaml", "utf8");
  const larger = replaced(
    shipped,
    "servers: { prod: { eu-west-1: 100, us-east-1: 40 } }",
    "servers: { prod: { eu-west-1: 180, us-east-1: 124 } }",
  );
  const { folder, discard } = folderWith({ "fleet.yaml": changed(larger) });
  const file = (name: string) => path.join(folder, name);
  const opened = (asOf: string) => {
    const read = readFleet(file("fleet.yaml"), asOf);
    if ("problems" in read) throw new Error(JSON.stringify(read.problems, null, 2));
    return read;
  };
  const { plan } = opened(SCANNED_BY);
  await writeDemo(plan, file(DATA), OPTIONS);
  const demo = demoOf(plan, OPTIONS);
  const servers = (group: string) => [...serversOf(demo)].filter(({ place }) => place.group.name === group);
  const tried = (...args: readonly string[]) => fleetCommand(folder, ...args);
  return {
    folder,
    demo,
    tried,
    fleet: (...args) => {
      const { code, out, err } = tried(...args);
      if (code !== 0) throw new Error(`fleet ${args.join(" ")} ended with ${code}: ${err}`);
      return out;
    },
    file,
    text: (name) => readFileSync(file(name), "utf8"),
    write: (name, text) => writeFileSync(file(name), text),
    remove: (name) => rmSync(file(name)),
    opened,
    servers,
    keepEvidenceOf: (group) => {
      const kept = new Set(servers(group).map(({ id }) => `${id}.json`));
      for (const name of readdirSync(file(DATA), { recursive: true, encoding: "utf8" }))
        if (name.startsWith("AWS:") && name.endsWith(".json") && !kept.has(path.basename(name)))
          rmSync(file(path.join(DATA, name)));
    },
    discard,
  };
}
