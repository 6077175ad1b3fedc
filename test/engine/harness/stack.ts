import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import type { Properties } from "../api/finding";
import type { Harness, Order, Run } from "./harness";
import { configFile } from "./project";

/** One resource of a stack's state. */
export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly custom: boolean;
  readonly inputs?: Properties;
  readonly outputs?: Properties;
  readonly protect?: boolean;
  readonly parent?: string;
  /** Gone from the program, still to be deleted. */
  readonly delete?: boolean;
}

/** A stack's state. */
export interface State {
  readonly resources: readonly StateResource[];
  readonly pending: readonly { readonly type: string; readonly resource: StateResource }[];
}

interface Checkpoint {
  readonly checkpoint: {
    readonly latest?: { readonly resources?: readonly StateResource[]; readonly pending_operations?: State["pending"] };
  };
}

/** What a run may differ in from the stack's own settings. */
export interface Choice {
  /** Configuration for this run, by full key, e.g. `patching:group`. */
  readonly config?: Readonly<Record<string, string>>;
  /** Credentials of another account. */
  readonly account?: string;
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** One stack of a project in a harness, driven by the commands that a user types. */
export class Stack {
  readonly name: string;
  readonly project: string;
  /** The account whose credentials its runs have. */
  readonly account: string;
  readonly #harness: Harness;

  /** @param project the folder with Pulumi.yaml, a view that the harness made */
  constructor(harness: Harness, project: string, name: string, account: string) {
    this.#harness = harness;
    this.name = name;
    this.account = account;
    this.project = project;
  }

  /** Creates the stack in the backend and sets configuration, by full key. */
  async init(config: Readonly<Record<string, string>> = {}): Promise<void> {
    sound(await this.run(["stack", "init", this.name]));
    for (const [key, value] of Object.entries(config)) await this.set(key, value);
  }

  async set(key: string, value: string): Promise<void> {
    sound(await this.run(["config", "set", key, value, "--stack", this.name]));
  }

  preview(choice: Choice = {}): Promise<Run> {
    return this.#operate(["preview", "--diff"], choice);
  }

  up(choice: Choice = {}): Promise<Run> {
    return this.#operate(["up", "--yes", "--skip-preview"], choice);
  }

  refresh(choice: Choice = {}): Promise<Run> {
    return this.#operate(["refresh", "--yes", "--skip-preview"], choice);
  }

  /** With its preview, which is what refuses to destroy protected things: without it, all the others go first. */
  destroy(choice: Choice = {}): Promise<Run> {
    return this.#operate(["destroy", "--yes"], choice);
  }

  /** The state as the backend keeps it, with secrets encrypted; empty before the first run. */
  state(): State {
    const { name: project }: { name: string } = parse(readFileSync(join(this.project, "Pulumi.yaml"), "utf8"));
    const file = join(this.#harness.directory, "backend", ".pulumi", "stacks", project, `${this.name}.json`);
    const { checkpoint }: Checkpoint = JSON.parse(readFileSync(file, "utf8"));
    return { resources: checkpoint.latest?.resources ?? [], pending: checkpoint.latest?.pending_operations ?? [] };
  }

  /** Any command, with the stack's credentials. */
  run(args: readonly string[], choice: Choice = {}): Promise<Run> {
    const order: Order = { project: this.project, arguments: args, account: choice.account ?? this.account };
    return this.#harness.pulumi(choice.environment === undefined ? order : { ...order, environment: choice.environment });
  }

  #operate(command: readonly string[], choice: Choice): Promise<Run> {
    const config = choice.config === undefined ? [] : ["--config-file", this.#configured(choice.config)];
    return this.run([...command, "--stack", this.name, ...config, ...(choice.arguments ?? [])], choice);
  }

  // The command line's own --config would write into the stack's configuration, for all runs to come.
  #configured(config: Readonly<Record<string, string>>): string {
    const settings: { config?: Record<string, string> } = parse(readFileSync(configFile(this.project, this.name), "utf8"));
    const file = join(this.#harness.directory, `Pulumi.${this.name}.once.yaml`);
    writeFileSync(file, stringify({ ...settings, config: { ...settings.config, ...config } }));
    return file;
  }
}

/** The run when it ended well; anything else is an error with all that was printed. */
export function sound(run: Run): Run {
  if (run.code !== 0) throw new Error(`pulumi ended with ${run.code ?? run.signal}\n${run.stdout}\n${run.stderr}`);
  return run;
}
