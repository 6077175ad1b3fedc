import { Argument, Command, Option } from "commander";
import { Temporal } from "temporal-polyfill";
import { readFleet } from "../../stacks/read-fleet";
import { interruptible } from "../interruptible";
import { fleetOption } from "../options";
import { confirmed, failure, reportProblems, say } from "../terminal";

interface Options {
  readonly fleet: string;
  readonly account?: string;
  readonly region?: string;
  readonly approval?: string;
  readonly yes: boolean;
}

/** Seconds between looks: a run takes an hour, and AWS counts requests. */
const EVERY = 5;

async function run(operation: string, group: string, { fleet, yes, ...typed }: Options): Promise<void> {
  const asOf = Temporal.Now.instant().toString({ smallestUnit: "second" });
  const opened = readFleet(fleet, asOf);
  if ("problems" in opened) return reportProblems(opened.problems);
  const { runTarget } = await import("../../run/run-target.js");
  const { confirmationText } = await import("../../run/confirmation.js");
  const { runGroup } = await import("../../run/run-group.js");
  const target = runTarget(opened.plan, { operation, group, ...typed });
  const signal = interruptible(true);
  const ran = await runGroup(
    target,
    {},
    {
      every: EVERY * 1000,
      signal,
      say,
      confirm: () => confirmed(confirmationText(opened.plan, target, asOf), yes, signal),
    },
  );
  if (ran === "not wanted") {
    failure("nothing was started");
    process.exitCode = 1;
  } else if (ran.end === null) {
    failure(`stopped watching; ${ran.started.kind} ${ran.started.id} goes on in ${target.region} of ${target.account.key}`);
  } else if (ran.end.outcome === "succeeded") say(ran.end.text);
  else {
    failure(ran.end.text);
    process.exitCode = 1;
  }
}

/** `fleet run`: starts a scan, an install or a restart of one group in one place by hand, behind the same gate. */
export function runCommand(): Command {
  return new Command("run")
    .description("scan, install or restart one group in one place now, behind the same gate")
    .addArgument(new Argument("<operation>", "scan, install or restart"))
    .addArgument(new Argument("<group>", "a patch group"))
    .addOption(fleetOption())
    .addOption(new Option("--account <name>", "the account, where the group has servers in several"))
    .addOption(new Option("--region <region>", "the region, where the group has servers in several"))
    .addOption(new Option("--approval <key>", "the approval of a group under review: its file's name without the ending"))
    .addOption(new Option("--yes", "ask nothing").default(false))
    .action(run);
}
