import { Argument, Command, Option } from "commander";
import type { Temporal } from "temporal-polyfill";
import { readFleet } from "../../stacks/read-fleet";
import { interruptible } from "../interruptible";
import { asOfOption, dataOption, fleetOption, instantOption } from "../options";
import { note, reportProblems, say, withProgress } from "../terminal";

interface Options {
  readonly data?: string;
  readonly fleet: string;
  readonly asOf: Temporal.Instant;
  readonly by?: string;
  readonly until?: string;
  readonly out?: string;
}

async function promote(ring: string, { asOf: at, ...typed }: Options): Promise<void> {
  const asOf = at.toString({ smallestUnit: "second" });
  // The fleet file alone: a draft that nobody has approved yet must not keep people from making the next one.
  const opened = readFleet(typed.fleet, asOf, null);
  if ("problems" in opened) return reportProblems(opened.problems);
  // Only here: the engine is a large native library, and few subcommands need it.
  const { checkPromote } = await import("../../review/promote/request.js");
  const { promotedText, promoteRing } = await import("../../review/promote/promote-ring.js");
  const { writeFiles } = await import("../../review/files.js");
  const request = checkPromote({ ...typed, ring, asOf }, opened.plan);
  const promoted = await withProgress("reading", (tell) =>
    promoteRing(opened.plan, request, { tell, note, signal: interruptible() }),
  );
  writeFiles([promoted.file]);
  say(promotedText(promoted, request));
}

/** `fleet promote`: the release of a ring with exactly the packages that the ring before was proved with. */
export function promoteCommand(): Command {
  return new Command("promote")
    .description("release a ring with exactly the packages that the ring before was proved with")
    .addArgument(new Argument("<ring>", "a ring with `after`"))
    .addOption(dataOption())
    .addOption(fleetOption())
    .addOption(new Option("--by <who>", "who answers for it"))
    .addOption(instantOption("--until <instant>", "until when it is open, instead of the end of the ring's next free window"))
    .addOption(new Option("--out <file>", "write to this file instead of changes/releases/<ring>.yaml"))
    .addOption(asOfOption())
    .action(promote);
}
