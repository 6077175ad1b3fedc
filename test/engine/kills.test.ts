import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { replaced } from "../support/fleet-text";
import { setFaults, type Fault } from "./cloud/faults";
import { journal } from "./cloud/journal";
import { appliedWorld, fleetOf } from "./harness/applied";
import { differences } from "./harness/difference";
import { repair } from "./harness/repair";
import { sound } from "./harness/stack";
import { tally, type Survived } from "./harness/tally";
import { World } from "./harness/world";
import { repository } from "./prepare";

/** How many runs are killed; `FLEET_ENGINE_KILLS=50` for a long night. Seeds count from `FLEET_ENGINE_SEED`, 1 when unset. */
const count = Number(process.env["FLEET_ENGINE_KILLS"] ?? "10");
const firstSeed = Number(process.env["FLEET_ENGINE_SEED"] ?? "1");

interface Scenario {
  readonly what: string;
  readonly stack: string;
  readonly command: "up" | "destroy";
  /** The world just before the command. */
  readonly begin: () => Promise<World>;
}

const twoRings = readFileSync(join(repository, "test", "engine", "fixtures", "two-rings.yaml"), "utf8");

async function without(example: "reference" | "rings", name: string): Promise<World> {
  const world = (await appliedWorld(example)).world.fork();
  const stack = world.stack(name);
  sound(await stack.run(["state", "unprotect", "--all", "--yes", "--stack", name]));
  sound(await stack.destroy());
  return world;
}

async function edited(fleet: string, edit: (fleet: string) => string, names: readonly string[]): Promise<World> {
  const world = await World.begin(fleet);
  for (const name of names) sound(await world.stack(name).up());
  await world.rewrite(edit(fleet));
  return world;
}

// Replacements before and after deletion, new things, things that go.
function manyChanges(fleet: string): string {
  const swapped = replaced(
    replaced(fleet, "first, baselines: [calm]", "first, baselines: [eager]"),
    "second, baselines: [eager]",
    "second, baselines: [calm]",
  );
  const moved = replaced(
    replaced(swapped, "eager: { system: UBUNTU", "eager: { system: DEBIAN"),
    "mondays 03:00",
    "tuesdays 03:00",
  );
  return `${replaced(moved, "  web: {", "  site: { tag: web,")}  cache: { ring: second, baselines: [calm], concurrency: 5, errors: 1 }\n`;
}

// Rules, a schedule, calendars, a release, runbooks.
function inPlace(fleet: string): string {
  const moved = replaced(replaced(fleet, "[Required, Important]", "[Required]"), "mondays 03:00", "tuesdays 03:00");
  const held = replaced(moved, "name: second,", "name: second, hold: { owner: ana, until: 2027-01-10, why: an audit },");
  return `${replaced(held, "web: { ring: first", "web: { servers: 9, ring: first")}freezes: [{ name: year-end, from: 2026-12-15, to: 2027-01-04, zone: Europe/Paris }]\n`;
}

function otherBaselines(fleet: string): string {
  return replaced(fleet, "\n  ubuntu:", "\n  jammy:").replaceAll("[ubuntu, debian]", "[jammy, debian]");
}

const scenarios: readonly Scenario[] = [
  { what: "the first up of central", stack: "shared", command: "up", begin: () => World.begin(fleetOf("rings")) },
  { what: "the first up of a member", stack: "dev", command: "up", begin: () => without("rings", "dev") },
  {
    what: "the first up of hybrid machines",
    stack: "azure-linux",
    command: "up",
    begin: () => without("reference", "azure-linux"),
  },
  { what: "a member's up with many changes", stack: "dev", command: "up", begin: () => edited(twoRings, manyChanges, ["dev"]) },
  {
    what: "a member's up that changes things in place",
    stack: "dev",
    command: "up",
    begin: () => edited(twoRings, inPlace, ["dev"]),
  },
  {
    what: "central's up with other baselines",
    stack: "shared",
    command: "up",
    begin: async () => {
      const world = await edited(fleetOf("rings"), otherBaselines, ["shared"]);
      sound(await world.stack("shared").run(["state", "unprotect", "--all", "--yes", "--stack", "shared"]));
      return world;
    },
  },
  {
    what: "the renewal of an activation",
    stack: "azure-linux",
    command: "up",
    begin: async () => {
      const world = (await appliedWorld("reference")).world.fork();
      await world.rewrite(fleetOf("reference").replaceAll("renewed: 2026-11-15", "renewed: 2026-11-20"));
      return world;
    },
  },
  {
    what: "the destroy of a member",
    stack: "dev",
    command: "destroy",
    begin: async () => {
      const world = await edited(twoRings, (fleet) => fleet, ["dev"]);
      sound(await world.stack("dev").run(["state", "unprotect", "--all", "--yes", "--stack", "dev"]));
      return world;
    },
  },
];

/** What is there when nobody kills the run, and how many changes of the cloud that takes. */
interface Undisturbed {
  readonly begin: World;
  readonly changes: number;
  readonly urns: readonly string[];
}

describe(`runs that are killed, ${count} of them`, () => {
  const prepared = new Map<Scenario, Promise<Undisturbed>>();
  const survived: Survived[] = [];
  after(async () => {
    for (const each of prepared.values()) (await each.catch(() => undefined))?.begin.dispose();
    console.log(tally(survived));
  });

  async function undisturbed(scenario: Scenario): Promise<Undisturbed> {
    const begin = await scenario.begin();
    const world = begin.fork();
    const before = journal(world.harness.store).length;
    sound(await world.stack(scenario.stack)[scenario.command]());
    const changes = journal(world.harness.store)
      .slice(before)
      .filter(({ action }) => ["create", "update", "delete"].includes(action)).length;
    const urns = urnsOf(world, scenario.stack);
    world.dispose();
    return { begin, changes, urns };
  }

  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const scenario = scenarios[seed % scenarios.length]!;
    it(`come back and leave nothing over: seed ${seed}, ${scenario.what}`, async () => {
      if (!prepared.has(scenario)) prepared.set(scenario, undisturbed(scenario));
      const { begin, changes, urns } = await prepared.get(scenario)!;
      const world = begin.fork();
      const { fault, parallel } = faultOf(seed, changes);
      setFaults(world.harness.store, [fault]);
      const stack = world.stack(scenario.stack);
      const run = await stack[scenario.command]({ arguments: parallel });
      expect(run.signal, `${JSON.stringify(fault)}\n${run.stdout}\n${run.stderr}`).to.equal("SIGKILL");
      setFaults(world.harness.store, []);

      const { pending } = await repair(stack, world.harness.store, world.harness.directory);
      sound(await stack[scenario.command]());
      expect(urnsOf(world, scenario.stack)).to.deep.equal(urns);
      expect(differences(world)).to.deep.equal([]);
      const { killed, action, type } = journal(world.harness.store).find((entry) => entry.killed !== undefined)!;
      survived.push({ at: `${killed} ${action} ${type}`, scenario: scenario.what, pending });
      world.dispose();
    });
  }
});

function urnsOf(world: World, name: string): string[] {
  return world
    .stack(name)
    .state()
    .resources.map(({ urn }) => urn)
    .toSorted();
}

/** Where the run of a seed is killed: at which change of the cloud, before or after it, one at a time or many at once. */
function faultOf(seed: number, changes: number): { readonly fault: Fault; readonly parallel: readonly string[] } {
  const next = random(seed);
  const from = 1 + Math.floor(next() * changes);
  const effect = next() < 0.5 ? "kill-before" : "kill-after";
  return { fault: { effect, action: "change", from }, parallel: next() < 0.5 ? ["--parallel", "1"] : [] };
}

// mulberry32: the same numbers for the same seed, everywhere.
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
