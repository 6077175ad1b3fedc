import { spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { accessKeyOf } from "../cloud/aws";
import { Store } from "../cloud/store";
import { prepare, repository } from "../prepare";
import { cacheDirectory } from "../prepare/cache";
import type { CommandLine } from "../prepare/command-line";
import { viewProject } from "./project";
import { runFolder } from "./run-folder";

/** The instant at which the clouds of all tests are. */
export const now = "2026-11-21T08:00:00Z";

/** How one run of the command line ended. */
export interface Run {
  /** The exit code; undefined when a signal ended it. */
  readonly code: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** What one run of the command line needs. */
export interface Order {
  /** The folder with Pulumi.yaml. */
  readonly project: string;
  readonly arguments: readonly string[];
  /** The account whose credentials the environment holds; none when absent. */
  readonly account?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The plugins that stand in for the real providers: the versions are those of the pinned SDKs. */
const plugins = ["aws", "azure-native"] as const;

/** What a harness remembers: the stacks' states, the cloud, the project folders. */
const worldly = ["backend", "cloud", "projects"] as const;

/**
 * One isolated world for Pulumi's own engine: a home, a backend in a folder, a cloud shared by all its stacks. No network.
 * `dispose` takes it all away.
 */
export class Harness {
  readonly directory: string;
  readonly store: Store;
  readonly #commandLine: CommandLine;

  /** @param directory the folder of a harness that another process made, to look at; by default a new one */
  constructor(directory?: string) {
    this.#commandLine = prepare((line) => console.error(`engine: ${line}`));
    this.directory = directory ?? mkdtempSync(join(tmpdir(), "fleet-engine-"));
    for (const folder of worldly) mkdirSync(join(this.directory, folder), { recursive: true });
    this.store = new Store(join(this.directory, "cloud"));
    for (const plugin of plugins) install(plugin, join(this.directory, "home", "plugins"));
  }

  dispose(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** A copy of this world as it is now, for runs that should not see each other. */
  fork(): Harness {
    const copy = new Harness();
    for (const folder of worldly) cpSync(join(this.directory, folder), join(copy.directory, folder), { recursive: true });
    return copy;
  }

  /** The view of a project on which its stacks work, made when it is first asked for. */
  view(source: string): string {
    const view = join(this.directory, "projects", Buffer.from(source).toString("base64url").slice(-24));
    if (!existsSync(view)) viewProject(source, view);
    return view;
  }

  /** Runs the command line to its end. */
  async pulumi(order: Order): Promise<Run> {
    const started = Date.now();
    const child = spawn(this.#commandLine.pulumi, ["--non-interactive", "--color", "never", ...order.arguments], {
      cwd: order.project,
      env: { ...this.#environment(), ...credentials(order.account), ...order.environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => out.push(part));
    child.stderr.on("data", (part: Buffer) => err.push(part));
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (...ended) => resolve(ended));
    });
    return {
      code: code ?? undefined,
      signal: signal ?? undefined,
      stdout: Buffer.concat(out).toString("utf8"),
      stderr: Buffer.concat(err).toString("utf8"),
      milliseconds: Date.now() - started,
    };
  }

  #environment(): Record<string, string> {
    return {
      PATH: [dirname(this.#commandLine.pulumi), dirname(process.execPath), "/usr/local/bin", "/usr/bin", "/bin"].join(":"),
      HOME: this.directory,
      XDG_CACHE_HOME: dirname(cacheDirectory),
      PULUMI_HOME: join(this.directory, "home"),
      // Without the files beside the state that hold its content type: a kill can leave them empty, and the state unreadable.
      PULUMI_BACKEND_URL: `file://${join(this.directory, "backend")}?metadata=skip`,
      PULUMI_CONFIG_PASSPHRASE: "a passphrase of this test only",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      // Four times the memory before its garbage is collected: a fifth less processor time.
      GOGC: "400",
      FLEET_COMPILED: join(runFolder(), "compiled"),
      FLEET_LANGUAGE_HOST: join(repository, "dist", "test", "engine", "host", "language-host.js"),
      FLEET_CLOUD: join(this.directory, "cloud"),
      FLEET_CLOUD_NOW: now,
    };
  }
}

function credentials(account: string | undefined): Record<string, string> {
  return account === undefined ? {} : { AWS_ACCESS_KEY_ID: accessKeyOf(account), AWS_SECRET_ACCESS_KEY: "no-secret" };
}

// An executable in Pulumi's plugin folder counts as an installed plugin.
function install(name: string, folder: string): void {
  const { version }: { version: string } = JSON.parse(readFileSync(require.resolve(`@pulumi/${name}/package.json`), "utf8"));
  const home = join(folder, `resource-${name}-v${version}`);
  mkdirSync(home, { recursive: true });
  const file = join(home, `pulumi-resource-${name}`);
  const main = join(repository, "dist", "test", "engine", "cloud", "main.js");
  writeFileSync(
    file,
    `#!${process.execPath}\nprocess.argv.splice(2, 0, ${JSON.stringify(name)}, ${JSON.stringify(version)});\nrequire(${JSON.stringify(main)});\n`,
  );
  chmodSync(file, 0o755);
  writeFileSync(join(folder, `resource-${name}-v${version}.lock`), "");
}
