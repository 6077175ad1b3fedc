import { weighted, type Random } from "./random";

/** What may be wrong with the files of a server though every one of them can be understood. */
const ODD = [
  "counts are numbers",
  "names in other case",
  "lines end as on Windows",
  "records of other kinds between",
  "times with fractions",
  "attributes that nobody knows",
  "both tag keys, alike",
] as const;

/** What makes a server unknown, whatever else its files say. */
const DAMAGED = [
  "a count of -1",
  "an empty count",
  "an absent count",
  "a truncated file",
  "an empty file",
  "no patch items",
  "two groups",
  "a record of another server",
  "counts against items",
  "a time from the future",
  "two summaries",
] as const;

/** One kind of mess. */
export type Mess = (typeof ODD)[number] | (typeof DAMAGED)[number];

/** Every kind of mess, what can be understood first. */
export const MESSES: readonly Mess[] = [...ODD, ...DAMAGED];

/** Whether a mess leaves nothing to be known of its server. */
export function isDamage(mess: Mess | null): boolean {
  return DAMAGED.some((damage) => damage === mess);
}

const CHOICES = MESSES.map((mess) => [mess, 1] as const);

/** The mess of a server, if any: one in ten has some. */
export function messOf(random: Random): Mess | null {
  const [first, ...rest] = CHOICES;
  return first && random() < 0.1 ? weighted(random, [first, ...rest]) : null;
}
