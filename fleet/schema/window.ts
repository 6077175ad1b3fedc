import { z } from "zod";
import { hours } from "./quantity";

/** A time at which something runs; its words are those of `fleet/schedule`. */
export const schedule = z
  .string()
  .min(1, "a schedule, such as `sundays 03:00`")
  .max(256)
  .describe("In words (`sundays 03:00`, `second tuesday + 3 days 22:00`) or in AWS's own expressions (`cron(0 3 ? * SUN *)`).");

/** A time zone by its IANA name. */
export const zone = z
  .string()
  .min(1, "an IANA time zone, such as `Europe/Paris`")
  .describe("An IANA time zone, such as `Europe/Paris`.");

/** The length of a window: AWS allows 1 to 24 hours. */
export const duration = hours.describe("How long the window is open, 1 to 24 hours.");
/** When a window stops starting work. */
export const cutoff = hours.describe("How long before its end the window starts no further server.");
