import { Command, Option } from "commander";
import { writeFileSync } from "node:fs";
import type { Temporal } from "temporal-polyfill";
import { calendar } from "../../fleet/calendar";
import { runsCalendar } from "../../fleet/runs-calendar";
import { renderCalendar } from "../../preview/render/calendar";
import { paint } from "../../preview/render/paint";
import { readFleet } from "../../stacks/read-fleet";
import { asOfOption, dayCount, fileArgument, jsonOption } from "../options";
import { COLOUR, failure, reportProblems, say } from "../terminal";

interface Options {
  readonly asOf: Temporal.Instant;
  readonly days: number;
  readonly ics?: string;
  readonly json?: true;
}

/** `fleet calendar`: when what runs, and what is held. */
export function calendarCommand(): Command {
  return new Command("calendar")
    .description("show when what runs, and what is held")
    .addArgument(fileArgument())
    .addOption(new Option("--days <number>", "how far to look").argParser(dayCount).default(30))
    .addOption(new Option("--ics <file>", "write a calendar file for people's calendars"))
    .addOption(asOfOption())
    .addOption(jsonOption())
    .action((file: string, { asOf, days, ics, json }: Options) => {
      const opened = readFleet(file, asOf.toString());
      if ("problems" in opened) return reportProblems(opened.problems);
      const entries = calendar(opened.plan, asOf, asOf.add({ hours: 24 * days }));
      if (ics !== undefined) {
        try {
          writeFileSync(ics, runsCalendar(entries));
        } catch (error) {
          failure(`${ics} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
          process.exitCode = 1;
          return;
        }
      }
      say(json ? JSON.stringify(entries, null, 2) : renderCalendar(opened.plan, entries, paint(COLOUR)));
    });
}
