import { Argument, InvalidArgumentError, Option } from "commander";
import { Temporal } from "temporal-polyfill";

/** The fleet file, as every command takes it. */
export const fileArgument = () => new Argument("[file]", "the fleet file").default("fleet.yaml");

/** Programs read JSON, people the rest. */
export const jsonOption = () => new Option("--json", "print JSON for programs");

/** An instant as a person types it; a day means its beginning in UTC. */
export function instant(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text.length === 10 ? `${text}T00:00:00Z` : text);
  } catch {
    throw new InvalidArgumentError("Wanted an instant such as 2026-11-21T08:00:00Z, or a day.");
  }
}

/** The instant for which things are decided. Resources do not depend on it. */
export const asOfOption = () =>
  new Option("--as-of <instant>", "decide for this instant instead of now")
    .argParser(instant)
    .default(Temporal.Now.instant(), "now");

/** A whole number of days. */
export function dayCount(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= 3660) return days;
  throw new InvalidArgumentError("Wanted a whole number of days, 1 to 3660.");
}

/** An instant that goes on as text: RFC 3339 in UTC, to the second. */
export const instantOption = (flags: string, words: string) =>
  new Option(flags, words).argParser((text: string) => instant(text).toString({ smallestUnit: "second" }));

/** Where the evidence is that people decide from. */
export const dataOption = () => new Option("--data <where>", "the folder of a data sync, or s3://bucket/prefix");

/** The fleet file, for commands whose argument is something else. */
export const fleetOption = () => new Option("--fleet <file>", "the fleet file").default("fleet.yaml");
