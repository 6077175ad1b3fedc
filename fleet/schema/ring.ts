import { z } from "zod";
import { accountSelector, key } from "./account";
import { hours, share } from "./quantity";
import { cutoff, duration, schedule, zone } from "./window";

const hold = z
  .strictObject({
    why: z.string().min(1).max(200).describe("The reason."),
    owner: z.string().min(1).max(100).describe("Who answers for it."),
    until: z.iso.date().describe("The day on which to look again. The ring stays held past it, until this entry is removed."),
  })
  .describe("Holds the ring: nothing is installed in it.");

const health = z
  .strictObject({
    patched: share
      .prefault("95 %")
      .describe("How many servers of the ring before must have been patched without a failure in its last run."),
    alarms: z
      .array(z.string().min(1).max(255))
      .max(100)
      .default([])
      .describe("CloudWatch alarms in the central account's home that must be quiet, by name."),
  })
  .describe(
    "When the ring before counts as healthy. Only with `after` and `prove: evidence`. The default is 95 % of its servers, and no alarms.",
  );

/** A ring: in which order groups install, and when. */
export const ring = z.strictObject({
  name: key.describe("The ring's name."),
  after: key.describe("The ring before this one.").optional(),
  soak: hours.describe("How long an update must have run in the ring before. Only with `after`.").optional(),
  prove: z
    .enum(["calendar", "evidence"])
    .describe(
      "How the ring before is proved: by a release that evidence opens, or by schedule and soak alone. Only with `after`. The default is `evidence` where evidence is kept, and `calendar` where none is.",
    )
    .optional(),
  health: health.optional(),
  promote: z
    .enum(["exact", "none"])
    .default("none")
    .describe(
      "`exact`: installs nothing but the manifest that its release names, made from what the ring before was proved with. Only with `after`.",
    ),
  accounts: accountSelector.optional(),
  install: schedule,
  zone: zone.default("UTC"),
  duration: duration.prefault("4 hours"),
  cutoff: cutoff.prefault("1 hour"),
  hold: hold.optional(),
});

/** When the ring before counts as healthy, as parsed. */
export type Health = z.output<typeof health>;
/** A ring as parsed. */
export type Ring = z.output<typeof ring>;
