import { Command } from "commander";
import type { Temporal } from "temporal-polyfill";
import { readFleet } from "../../stacks/read-fleet";
import { asOfOption, fileArgument, jsonOption } from "../options";
import { planText } from "../plan-text";
import { reportProblems, say } from "../terminal";

/** `fleet plan`: what is decided, before any resource exists. */
export function planCommand(): Command {
  return new Command("plan")
    .description("show what a fleet file decides: stacks, rings, windows, groups")
    .addArgument(fileArgument())
    .addOption(asOfOption())
    .addOption(jsonOption())
    .action((file: string, { asOf, json }: { asOf: Temporal.Instant; json?: true }) => {
      const opened = readFleet(file, asOf.toString());
      if ("problems" in opened) return reportProblems(opened.problems);
      say(json ? JSON.stringify(opened.plan, null, 2) : planText(opened.plan));
    });
}
