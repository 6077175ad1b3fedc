import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const MAIN = path.resolve("cli/main.js");
/** More than any command prints. */
const MOST_BYTES = 1 << 26;

/** What one run of the `fleet` command left. */
export interface CommandRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function ran(folder: string, command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): CommandRun {
  const given = { cwd: folder, env: { PATH: process.env["PATH"], ...env } };
  const run = spawnSync(command, args, { ...given, encoding: "utf8", maxBuffer: MOST_BYTES });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** Runs the `fleet` command as a person would, in a folder that has nothing to do with the project. */
export function fleetCommand(folder: string, ...args: readonly string[]): CommandRun {
  return ran(folder, process.execPath, [MAIN, ...args]);
}

/** The same where nothing more can be written to its standard output. */
export function fleetCommandIntoFullDisk(folder: string, ...args: readonly string[]): CommandRun {
  return ran(folder, "sh", ["-c", '"$@" > /dev/full', "sh", process.execPath, MAIN, ...args]);
}

/** The same by somebody who has no rights but those of a file's owner, even where tests run as root. */
export function fleetCommandWithoutRights(folder: string, ...args: readonly string[]): CommandRun {
  return ran(folder, "unshare", ["--user", process.execPath, MAIN, ...args]);
}

/** The same beside a real disk with room for so many kilobytes, `disk` in the folder; what is left on it afterwards stands in `left`. */
export function fleetCommandBesideSmallDisk(
  folder: string,
  kilobytes: number,
  env: Readonly<Record<string, string>>,
  ...args: readonly string[]
): CommandRun & { readonly left: readonly string[] } {
  mkdirSync(path.join(folder, "disk"), { recursive: true });
  // A disk has at least a page, which is taken.
  const script = `mount -t tmpfs -o size=${kilobytes + 4}k tmpfs disk && head -c 4096 /dev/zero > disk/taken
    "$@"; code=$?; ls -A disk > left; exit $code`;
  const namespaces = ["--user", "--map-root-user", "--mount"];
  const run = ran(folder, "unshare", [...namespaces, "sh", "-c", script, "sh", process.execPath, MAIN, ...args], env);
  const left = readFileSync(path.join(folder, "left"), "utf8");
  return { ...run, left: left.split("\n").filter((name) => name !== "" && name !== "taken") };
}

/** An empty folder with some files in it, in folders of their own where their names say so; `discard` removes it. */
export function folderWith(files: Readonly<Record<string, string>>): { readonly folder: string; readonly discard: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-"));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return { folder, discard: () => rmSync(folder, { recursive: true }) };
}
