import { z } from "zod";
import { accountSelector, key } from "./account";
import { hours } from "./quantity";
import { cutoff, duration, schedule, zone } from "./window";

const hold = z
  .strictObject({
    why: z.string().min(1).max(200).describe("The reason."),
    owner: z.string().min(1).max(100).describe("Who answers for it."),
    until: z.iso.date().describe("The day on which to look again. The ring stays held past it, until this entry is removed."),
  })
  .describe("Holds the ring: nothing is installed in it.");

/** A ring: in which order groups install, and when. */
export const ring = z.strictObject({
  name: key.describe("The ring's name."),
  after: key.describe("The ring before this one.").optional(),
  soak: hours.describe("How long an update must have run in the ring before. Only with `after`.").optional(),
  prove: z
    .enum(["calendar", "evidence"])
    .default("calendar")
    .describe(
      "How the ring before is proved: by schedule and soak alone, or by a release that evidence opens. Only with `after`.",
    ),
  accounts: accountSelector.optional(),
  install: schedule,
  zone: zone.default("UTC"),
  duration: duration.prefault("4 hours"),
  cutoff: cutoff.prefault("1 hour"),
  hold: hold.optional(),
});

/** A ring as parsed. */
export type Ring = z.output<typeof ring>;
