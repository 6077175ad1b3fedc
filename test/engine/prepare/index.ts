import { resolve } from "node:path";
import { commandLine, type CommandLine } from "./command-line";
import { permissions } from "./permissions";
import { serviceModels } from "./service-models";

/** The repository, seen from the compiled file. */
export const repository = resolve(__dirname, "..", "..", "..", "..");

/** Makes everything ready that the engine's tests need. Nothing is skipped: what cannot be had ends the run. */
export function prepare(say: (line: string) => void = () => {}): CommandLine {
  serviceModels(say);
  permissions(say);
  return commandLine(repository, say);
}

if (require.main === module) {
  const started = Date.now();
  const found = prepare((line) => console.log(`engine: ${line}`));
  console.log(`engine: Pulumi ${found.version} at ${found.pulumi}, ready in ${Date.now() - started} ms`);
}
