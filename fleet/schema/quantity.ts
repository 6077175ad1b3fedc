import { z } from "zod";

/** How many at once or how many failures: an absolute count or a share of the servers. */
export type Rate = { readonly count: number } | { readonly percent: number };

/** A rate in the spelling of AWS: `10` or `10%`. @see MaxConcurrency, MaxErrors */
export function rateText(rate: Rate): string {
  return "count" in rate ? String(rate.count) : `${rate.percent}%`;
}

/** A whole length of time, at least an hour, as `4 hours` or `5 days`; parsed to hours. */
export const hours = z
  .string()
  .regex(/^\d{1,4} (hours?|days?)$/, "a whole length of time with its unit, such as `4 hours` or `5 days`")
  .transform((text) => Number.parseInt(text, 10) * (text.includes("day") ? 24 : 1))
  .describe("A length of time with its unit: `4 hours`, `5 days`.");

/** A whole number of days, as `7 days`; parsed to days. */
export const days = z
  .string()
  .regex(/^\d{1,3} days?$/, "a whole number of days with its unit, such as `7 days`")
  .transform((text) => Number.parseInt(text, 10))
  .describe("A number of days with its unit: `7 days`.");

/** A whole number of days that may be many, as `400 days`; parsed to days. */
export const manyDays = z
  .string()
  .regex(/^[1-9]\d{0,3} days?$/, "a whole number of days with its unit, such as `400 days`")
  .transform((text) => Number.parseInt(text, 10))
  .describe("A number of days with its unit: `400 days`.");

/** An amount of data, as `100 GB` or `2 TB`; parsed to gigabytes. */
export const gigabytes = z
  .string()
  .regex(/^[1-9]\d{0,4} (GB|TB)$/, "an amount of data with its unit, such as `100 GB`")
  .transform((text) => Number.parseInt(text, 10) * (text.endsWith("TB") ? 1000 : 1))
  .describe("An amount of data with its unit: `100 GB`, `2 TB`.");

/** A whole number of minutes, as `10 minutes`; parsed to minutes. */
export const minutes = z
  .string()
  .regex(/^[1-9]\d{0,3} minutes?$/, "a whole number of minutes with its unit, such as `10 minutes`")
  .transform((text) => Number.parseInt(text, 10))
  .describe("A number of minutes with its unit: `10 minutes`.");

const count = z
  .int()
  .min(0)
  .max(9999)
  .transform((value): Rate => ({ count: value }));
const percent = z
  .string()
  .regex(/^(100|[1-9]?\d) ?%$/, "a count such as `10` or a share such as `10 %`")
  .transform((text): Rate => ({ percent: Number.parseInt(text, 10) }));

/** A count (`10`) or a share (`10 %`, `10%`). */
export const rate = z
  .union([count, percent], "a count such as `10` or a share such as `10 %`")
  .describe("A count (`10`) or a share of the servers (`10 %`).");

/** A share of servers, as `95 %`; parsed to whole percents. */
export const share = z
  .string()
  .regex(/^(100|[1-9]\d?) ?%$/, "a share such as `95 %`")
  .transform((text) => Number.parseInt(text, 10))
  .describe("A share of the servers: `95 %`.");
