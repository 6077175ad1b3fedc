import { lstatSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { open } from "../../../fleet/open";
import { parseFleet } from "../../../fleet/parse";
import type { Plan } from "../../../fleet/plan";
import { found } from "../cloud/aws/organization";
import { placeMachine } from "../cloud/azure/compute";
import { repository } from "../prepare";
import { Harness, now } from "./harness";
import { Stack } from "./stack";

/** A fleet in a harness: the project as a user has it after a clone, its stacks, and the organization and machines it names. */
export class World {
  readonly harness: Harness;
  readonly project: string;
  #plan: Plan;

  private constructor(harness: Harness, plan: Plan) {
    this.harness = harness;
    this.project = harness.view(repository);
    this.#plan = plan;
  }

  /** A fleet of which nothing is applied yet: the organization exists, sharing is on, the Azure machines run. */
  static async begin(text: string): Promise<World> {
    const world = new World(new Harness(), planOf(text));
    await world.rewrite(text);
    return world;
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** The names of the stacks in the order in which they are applied. */
  get names(): string[] {
    return this.#plan.stacks.map(({ name }) => name);
  }

  /** One stack, as the account's own people work on it. */
  stack(name: string): Stack {
    const account = this.#plan.stacks.find((stack) => stack.name === name)?.account.id;
    if (account === undefined) throw new Error(`no stack ${name} among ${this.names.join(", ")}`);
    return new Stack(this.harness, this.project, name, account);
  }

  /** The stacks in the order in which they are applied. */
  get stacks(): Stack[] {
    return this.names.map((name) => this.stack(name));
  }

  /** Changes the fleet file; stacks that are new are created in the backend. */
  async rewrite(text: string): Promise<void> {
    const known = new Set(await this.#initialized());
    this.#plan = planOf(text);
    const file = join(this.project, "fleet.yaml");
    rmSync(file);
    writeFileSync(file, text);
    this.#furnish(text);
    for (const stack of this.stacks) if (!known.has(stack.name)) await stack.init();
  }

  /** Writes a reviewed change beside the fleet file, e.g. `approvals/2026-11-28-web.yaml`; the project has a folder of its own then. */
  change(file: string, text: string): void {
    const folder = join(this.project, "changes");
    if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true) rmSync(folder);
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  /** A copy of this world as it is now. */
  fork(): World {
    return new World(this.harness.fork(), this.#plan);
  }

  dispose(): void {
    this.harness.dispose();
  }

  async #initialized(): Promise<string[]> {
    const run = await this.harness.pulumi({ project: this.project, arguments: ["stack", "ls", "--json"] });
    const listed: { name: string }[] = JSON.parse(run.stdout);
    return listed.map(({ name }) => name);
  }

  // What is there before a fleet: accounts in an organization, and machines that somebody else made.
  #furnish(text: string): void {
    const parsed = parseFleet(text, "fleet.yaml");
    if ("problems" in parsed) return;
    const { organization, accounts } = parsed.fleet;
    if (organization !== undefined) {
      const units = organization.units ?? [];
      const members = Object.fromEntries(Object.values(accounts).map(({ id }) => [id, units]));
      found(this.harness.store, { id: organization.id, accounts: members, sharing: true });
    }
    for (const stack of this.#plan.stacks) {
      const azure = stack.kind === "hybrid" ? stack.hybrid.azure : null;
      for (const { name, resourceGroup, location } of azure?.machines ?? [])
        placeMachine(this.harness.store, { subscription: azure?.subscription ?? "", resourceGroup, name, location });
    }
  }
}

function planOf(text: string): Plan {
  const opened = open(text, "fleet.yaml", now);
  if ("problems" in opened) throw new Error(`the fleet of this test is wrong: ${JSON.stringify(opened.problems)}`);
  return opened.plan;
}
