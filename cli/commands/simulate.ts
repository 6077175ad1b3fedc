import { Command, InvalidArgumentError, Option } from "commander";
import type { Temporal } from "temporal-polyfill";
import { counted } from "../../evidence/report/html/number";
import { rfc3339 } from "../../fleet/schedule/rfc3339";
import { paint } from "../../preview/render/paint";
import { readFleet } from "../../stacks/read-fleet";
import { asOfOption, fileArgument, jsonOption } from "../options";
import { COLOUR, reportProblems, say } from "../terminal";
import { yearPicture } from "../year-picture";

interface Options {
  readonly weeks: number;
  readonly seed: number;
  readonly asOf: Temporal.Instant;
  readonly json?: true;
}

/** Longer than starts are written ahead: beyond, evaluators know of no window. */
const MOST_WEEKS = 156;

function whole(text: string, least: number, most: number, what: string): number {
  const number = Number(text);
  if (/^\d+$/u.test(text) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`Wanted ${what}, ${least} to ${most}.`);
}

const DAY = 86_400_000;

/** `fleet simulate`: a year of a fleet as it may go, by the very documents that its stacks upload. */
export function simulateCommand(): Command {
  return new Command("simulate")
    .description("show a year as it may go, with failures, freezes and holds, by the very runbooks that are uploaded")
    .addArgument(fileArgument())
    .addOption(
      new Option("--weeks <number>", "how many weeks")
        .argParser((text) => whole(text, 1, MOST_WEEKS, "a whole number of weeks"))
        .default(52),
    )
    .addOption(
      new Option("--seed <number>", "another seed, another year; the same seed, the same year")
        .argParser((text) => whole(text, 0, 2 ** 31 - 1, "a whole number"))
        .default(1),
    )
    .addOption(asOfOption())
    .addOption(jsonOption())
    .action(async (file: string, { weeks, seed, asOf, json }: Options) => {
      const opened = readFleet(file, asOf.toString());
      if ("problems" in opened) return reportProblems(opened.problems);
      // Only here: no other subcommand needs it to start.
      const { fleetYear } = await import("../../simulator/fleet-year.js");
      const from = Math.floor(asOf.epochMilliseconds / DAY) * DAY;
      const { year, rows } = fleetYear(opened.fleet, opened.changes, from, weeks, seed);
      if (json) return say(JSON.stringify({ from: rfc3339(from), weeks, seed, runs: year.runs.length, rows }, null, 2));
      say(`${file}: ${counted(weeks, "week")} from ${rfc3339(from).slice(0, 10)} as they may go, seed ${seed}\n`);
      say(yearPicture(rows, paint(COLOUR)));
    });
}
