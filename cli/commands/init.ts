import { Command } from "commander";
import { existsSync, writeFileSync } from "node:fs";
import { fileArgument } from "../options";
import { STARTER } from "../starter";
import { failure, say } from "../terminal";

/** `fleet init`: a commented fleet file to begin with. It never overwrites. */
export function initCommand(): Command {
  return new Command("init")
    .description("write a commented fleet file to begin with; never overwrites")
    .addArgument(fileArgument())
    .action((file: string) => {
      if (existsSync(file)) {
        failure(`${file} is there already and stays as it is; name another file: fleet init my-fleet.yaml`);
        process.exitCode = 1;
        return;
      }
      try {
        writeFileSync(file, STARTER, { flag: "wx" });
      } catch (error) {
        failure(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
        process.exitCode = 1;
        return;
      }
      say(`wrote ${file}; look at it, then: fleet preview ${file}`);
    });
}
