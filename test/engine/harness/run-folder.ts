import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const variable = "FLEET_ENGINE_SHARED";

/** The folder that all test processes of one run share; whoever asks first makes it, and takes it away at its end. */
export function runFolder(): string {
  const known = process.env[variable];
  if (known !== undefined) return known;
  const made = mkdtempSync(join(tmpdir(), "fleet-shared-"));
  process.env[variable] = made;
  process.on("exit", () => rmSync(made, { recursive: true, force: true, maxRetries: 10 }));
  return made;
}

/** Mocha's main process asks first, before it starts others. */
export function mochaGlobalSetup(): void {
  runFolder();
}
