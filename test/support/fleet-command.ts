import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const MAIN = path.resolve("cli/main.js");

/** What one run of the `fleet` command left. */
export interface CommandRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the `fleet` command as a person would, in a folder that has nothing to do with the project. */
export function fleetCommand(folder: string, ...args: readonly string[]): CommandRun {
  const run = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: "utf8", env: { PATH: process.env["PATH"] } });
  return { code: run.status, out: run.stdout, err: run.stderr };
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
