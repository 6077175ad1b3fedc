import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The project's root. */
export const ROOT = path.resolve(__dirname, "..", "..", "..");

/** What `npm pack` tells of a package. */
export interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/** A run of npm inside npm must not inherit the outer one's project. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([key]) => !/^(?:npm_(?!config_(?:cache|registry))|INIT_CWD$)/u.test(key));
  return { ...Object.fromEntries(own), NO_COLOR: "1" };
}

/** An empty project of somebody else, into which the packed package is installed as a user would. */
export class ForeignProject {
  readonly directory = mkdtempSync(path.join(tmpdir(), "foreign-"));
  readonly packed: Packed;

  /** @param dependencies what the project asks for itself, pinned */
  constructor(dependencies: Readonly<Record<string, string>>) {
    const told = this.run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", this.directory, ROOT]);
    const [packed]: Packed[] = JSON.parse(told);
    if (packed === undefined) throw new Error(`npm pack said ${told}`);
    this.packed = packed;
    this.write("package.json", JSON.stringify({ name: "foreign", version: "1.0.0", private: true, dependencies }));
    this.run("npm", ["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", `./${packed.filename}`]);
  }

  /** Runs a command in the project; what it prints on standard output. Throws when it fails. */
  run(command: string, args: readonly string[]): string {
    return execFileSync(command, args, {
      cwd: this.directory,
      env: environment(),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  write(name: string, text: string): void {
    writeFileSync(path.join(this.directory, name), text);
  }

  read(name: string): string {
    return readFileSync(path.join(this.directory, name), "utf8");
  }

  /** Takes over the example programs of this repository that need none but the given packages. */
  takeExamples(unless: string): string[] {
    const from = path.join(ROOT, "docs", "components", "examples");
    mkdirSync(path.join(this.directory, "programs"));
    const names = readdirSync(from).filter((name) => !readFileSync(path.join(from, name), "utf8").includes(unless));
    for (const name of names) cpSync(path.join(from, name), path.join(this.directory, "programs", name));
    return names.map((name) => path.basename(name, ".ts")).toSorted();
  }

  dispose(): void {
    rmSync(this.directory, { recursive: true });
  }
}
