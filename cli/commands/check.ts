import { Command, Option } from "commander";
import type { Temporal } from "temporal-polyfill";
import type { Plan } from "../../fleet/plan";
import { readFleet } from "../../stacks/read-fleet";
import { fixDigests } from "../fix-digests";
import { noticeText } from "../notice-text";
import { asOfOption, fileArgument, jsonOption } from "../options";
import { reportProblems, say } from "../terminal";

interface Options {
  readonly asOf: Temporal.Instant;
  readonly fix?: true;
  readonly json?: true;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function summary(file: string, { stacks, approvals }: Plan): string {
  const live = approvals.filter(({ spent }) => !spent).length;
  return `${file} is right: ${counted(stacks.length, "stack")}${live === 0 ? "" : `, ${counted(live, "approval")} to come`}`;
}

/** `fleet check`: are the fleet file and the reviewed changes beside it right? All problems at once. */
export function checkCommand(): Command {
  return new Command("check")
    .description("say everything that is wrong with a fleet file and its reviewed changes")
    .addArgument(fileArgument())
    .addOption(new Option("--fix", "write the digests of lists in changes/ that were edited, and nothing else"))
    .addOption(asOfOption())
    .addOption(jsonOption())
    .action((file: string, { asOf, fix, json }: Options) => {
      const fixed = fix ? fixDigests(file) : [];
      const opened = readFleet(file, asOf.toString());
      const problems = "problems" in opened ? opened.problems : [];
      const notices = "plan" in opened ? opened.plan.notices : [];
      if (json) {
        say(JSON.stringify({ problems, notices, fixed }, null, 2));
        process.exitCode = problems.length > 0 ? 1 : 0;
        return;
      }
      for (const each of fixed) say(`wrote the digest of the list in ${each}: have it approved as it is now`);
      if ("problems" in opened) return reportProblems(problems);
      say([summary(file, opened.plan), ...notices.map(noticeText)].join("\n"));
    });
}
