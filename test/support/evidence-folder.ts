import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** An empty folder for evidence; `discard` removes it. */
export function evidenceFolder(): { readonly folder: string; readonly discard: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-evidence-"));
  return { folder, discard: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Every file below a folder by its path from there, in order. */
export function filesBelow(folder: string): ReadonlyMap<string, Buffer> {
  const found = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(found.toSorted().map((file) => [path.relative(folder, file).replaceAll(path.sep, "/"), readFileSync(file)]));
}
