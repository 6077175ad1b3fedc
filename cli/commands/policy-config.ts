import { Command } from "commander";
import type { Temporal } from "temporal-polyfill";
import { policyConfig } from "../../preview/policy-config";
import { readFleet } from "../../stacks/read-fleet";
import { asOfOption, fileArgument } from "../options";
import { loadProjectPack } from "../pack";
import { failure, reportProblems, say } from "../terminal";

/** `fleet policy-config`: what the policy pack has to know about a fleet, for `--policy-pack-config`. */
export function policyConfigCommand(): Command {
  return new Command("policy-config")
    .description("print the policy pack's configuration for a fleet, as JSON")
    .addArgument(fileArgument())
    .addOption(asOfOption())
    .action(async (file: string, { asOf }: { asOf: Temporal.Instant }) => {
      const opened = readFleet(file, asOf.toString());
      if ("problems" in opened) return reportProblems(opened.problems);
      const loaded = await loadProjectPack();
      if ("pack" in loaded) return say(JSON.stringify(policyConfig(opened.plan, loaded.pack), null, 2));
      failure(loaded.message);
      process.exitCode = 1;
    });
}
