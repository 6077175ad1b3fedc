import { Command } from "commander";
import type { Temporal } from "temporal-polyfill";
import { noticeText } from "../notice-text";
import { asOfOption, fileArgument, jsonOption } from "../options";
import { reportProblems, say } from "../terminal";
import { readFleet } from "../../stacks/read-fleet";

/** `fleet check`: is the fleet file right? All problems at once. */
export function checkCommand(): Command {
  return new Command("check")
    .description("say everything that is wrong with a fleet file")
    .addArgument(fileArgument())
    .addOption(asOfOption())
    .addOption(jsonOption())
    .action((file: string, { asOf, json }: { asOf: Temporal.Instant; json?: true }) => {
      const opened = readFleet(file, asOf.toString());
      const problems = "problems" in opened ? opened.problems : [];
      const notices = "plan" in opened ? opened.plan.notices : [];
      if (json) {
        say(JSON.stringify({ problems, notices }, null, 2));
        process.exitCode = problems.length > 0 ? 1 : 0;
        return;
      }
      if ("problems" in opened) return reportProblems(problems);
      const stacks = opened.plan.stacks.length;
      say([`${file} is right: ${stacks} ${stacks === 1 ? "stack" : "stacks"}`, ...notices.map(noticeText)].join("\n"));
    });
}
