import { Argument, Command, Option } from "commander";
import type { Temporal } from "temporal-polyfill";
import { readFleet } from "../../stacks/read-fleet";
import { interruptible } from "../interruptible";
import { asOfOption, dataOption, fleetOption, instantOption, jsonOption } from "../options";
import { note, reportProblems, say, withProgress } from "../terminal";

interface Options {
  readonly data?: string;
  readonly fleet: string;
  readonly asOf: Temporal.Instant;
  readonly cve?: string;
  readonly urgent: boolean;
  readonly window?: string;
  readonly by?: string;
  readonly out?: string;
  readonly json?: true;
}

async function review(group: string, { asOf: at, json, ...typed }: Options): Promise<void> {
  const asOf = at.toString({ smallestUnit: "second" });
  // The fleet file alone: a draft that nobody has approved yet must not keep people from making the next one.
  const opened = readFleet(typed.fleet, asOf, null);
  if ("problems" in opened) return reportProblems(opened.problems);
  // Only here: the engine is a large native library, and few subcommands need it.
  const { checkReview } = await import("../../review/request.js");
  const { reviewGroup } = await import("../../review/review-group.js");
  const { writeFiles } = await import("../../review/files.js");
  const { reviewJson, reviewText } = await import("../../review/answer.js");
  const request = checkReview({ ...typed, group, asOf }, opened.plan);
  const reviewed = await withProgress("reading", (tell) =>
    reviewGroup(opened.plan, request, { tell, note, signal: interruptible() }),
  );
  writeFiles(reviewed.files);
  say(json ? reviewJson(reviewed) : reviewText(reviewed));
}

/** `fleet review`: what a group under review lacks, as a packet for people and a draft of its approval. */
export function reviewCommand(): Command {
  return new Command("review")
    .description("turn the evidence into a packet for reviewers, and the draft of an approval")
    .addArgument(new Argument("<group>", "a group whose review is required"))
    .addOption(dataOption())
    .addOption(fleetOption())
    .addOption(new Option("--cve <id>", "only what mends this CVE"))
    .addOption(new Option("--urgent", "cannot wait: two approvers, and the next free hour").default(false))
    .addOption(instantOption("--window <instant>", "when the window opens, instead of the ring's next free start"))
    .addOption(new Option("--by <who>", "who asks for it"))
    .addOption(new Option("--out <dir>", "write into this folder, instead of that of the fleet file"))
    .addOption(asOfOption())
    .addOption(jsonOption())
    .action(review);
}
