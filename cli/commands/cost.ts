import { Command } from "commander";
import type { Temporal } from "temporal-polyfill";
import { estimate } from "../../fleet/cost/estimate";
import { quantitiesOf } from "../../fleet/cost/quantities";
import { readFleet } from "../../stacks/read-fleet";
import { costText } from "../cost-text";
import { asOfOption, fileArgument, jsonOption } from "../options";
import { reportProblems, say } from "../terminal";

/** `fleet cost`: what a fleet costs a month, line by line. */
export function costCommand(): Command {
  return new Command("cost")
    .description("estimate what a fleet costs a month beside its servers")
    .addArgument(fileArgument())
    .addOption(asOfOption())
    .addOption(jsonOption())
    .action((file: string, { asOf, json }: { asOf: Temporal.Instant; json?: true }) => {
      const opened = readFleet(file, asOf.toString());
      if ("problems" in opened) return reportProblems(opened.problems);
      const estimated = estimate(quantitiesOf(opened.plan));
      say(json ? JSON.stringify(estimated, null, 2) : costText(estimated));
    });
}
