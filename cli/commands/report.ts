import { Command, Option } from "commander";
import path from "node:path";
import { createColors } from "picocolors";
import type { Temporal } from "temporal-polyfill";
import { QUESTIONS } from "../../evidence/record/question";
import { readFleet } from "../../stacks/read-fleet";
import { demoRequest, withDemoOptions, type DemoFlags } from "../demo-options";
import { interruptible } from "../interruptible";
import { asOfOption, instantOption, jsonOption } from "../options";
import { COLOUR, note, reportProblems, say, withProgress } from "../terminal";

type Options = Readonly<Record<string, string | undefined>> & {
  readonly asOf: Temporal.Instant;
  readonly json?: true;
} & DemoFlags;

async function report({ asOf: at, json, demo, seed, servers, mess, demoOut, ...typed }: Options): Promise<void> {
  const asOf = at.toString({ smallestUnit: "second" });
  const given = demo ? demoRequest(typed) : typed;
  // Only here: the engine is a large native library, and no other subcommand needs it.
  const { checkRequest } = await import("../../evidence/report/request.js");
  const { checkOut } = await import("../../evidence/report/written.js");
  const request = checkRequest({ ...given, asOf, json });
  checkOut(request.out);
  const opened = request.fleet === undefined ? null : readFleet(request.fleet, asOf);
  if (opened && "problems" in opened) return reportProblems(opened.problems);
  const { fleetReport } = await import("../../evidence/report/fleet-report.js");
  // In the lake a query has to be cancelled, and what a bucket gave is kept.
  const signal = interruptible(/^(athena|s3:)/u.test(request.data));
  const paint = createColors(COLOUR && request.out === undefined);
  await withProgress("reading", async (tell) => {
    const hears = { tell, note, signal };
    if (!demo || !opened) return fleetReport(request, opened?.plan ?? null, paint, hears);
    const { openDemo } = await import("../../evidence/demo/open-demo.js");
    const made = await openDemo(opened.plan, demoOut, { seed, asOf, servers, mess }, tell);
    try {
      await fleetReport({ ...request, data: made.folder, madeUp: true }, made.plan, paint, hears);
    } finally {
      made.discard();
    }
  });
  if (demo && request.out !== undefined) say(`${path.resolve(request.out)}: a report on made-up evidence of ${request.fleet}`);
}

/** `fleet report`: what the evidence says, as a summary, a page, or an answer for programs. */
export function reportCommand(): Command {
  const command = new Command("report")
    .description("say what the evidence shows: servers by class, what changed, what is missing")
    .addOption(new Option("--data <where>", "the folder of a data sync, s3://bucket/prefix, or athena"))
    .addOption(new Option("--fleet <file>", "the fleet file, which says what is expected"))
    .addOption(new Option("--question <name>", `only this question: ${QUESTIONS.map(({ name }) => name).join(", ")}`))
    .addOption(new Option("--group <name>", "only this patch group, by its name in the fleet file or its tag"))
    .addOption(new Option("--account <id>", "only this account: 12 digits, or its name in the fleet file"))
    .addOption(instantOption("--since <instant>", "changes, runs and trend from this instant on"))
    .addOption(instantOption("--until <instant>", "changes, runs and trend before this instant"))
    .addOption(new Option("--package <name>", "only this package, KB or CVE"))
    .addOption(new Option("--format <format>", "html, md, csv, json or parquet, where the file's ending tells none"))
    .addOption(new Option("--out <file>", "write to this file instead of the terminal"))
    .addOption(asOfOption())
    .addOption(jsonOption());
  return withDemoOptions(command).action(report);
}
