import { InvalidArgumentError, Option, type Command } from "commander";
import { RequestError } from "../evidence/report/request";

/** What a demo is made of, as typed. */
export interface DemoFlags {
  readonly demo: boolean;
  readonly seed: number;
  readonly servers: number | undefined;
  readonly mess: boolean;
  readonly demoOut: string | undefined;
}

const MOST_SERVERS = 100_000;

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/u.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Wanted a whole number, ${least} to ${most}.`);
  };
}

/** Adds what makes a demo: evidence that is made up for a fleet file, so that there is a report before there is a fleet. */
export function withDemoOptions(command: Command): Command {
  return command
    .addOption(new Option("--demo", "make up evidence for the fleet file (fleet.yaml) and report on that").default(false))
    .addOption(
      new Option("--seed <number>", "with --demo: another number, other evidence").argParser(wholeNumber(0, 2 ** 31)).default(1),
    )
    .addOption(new Option("--servers <number>", "with --demo: how many servers in all").argParser(wholeNumber(1, MOST_SERVERS)))
    .addOption(new Option("--mess", "with --demo: let a tenth of the files be odd or damaged").default(false))
    .addOption(new Option("--demo-out <dir>", "with --demo: keep the evidence in this folder"));
}

/** What is asked of a demo: its evidence is its own, and its fleet is the one that is there. */
export function demoRequest<T extends Readonly<Record<string, string | undefined>>>(
  typed: T,
): T & { data: string; fleet: string } {
  if (typed["data"] !== undefined) throw new RequestError(`--demo and --data ${typed["data"]}: choose one`);
  return { ...typed, data: "demo", fleet: typed["fleet"] ?? "fleet.yaml" };
}
