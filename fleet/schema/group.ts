import { z } from "zod";
import { accountSelector, key, region } from "./account";
import { notify } from "./notify";
import { hours, minutes, rate } from "./quantity";
import { cutoff, duration, schedule, zone } from "./window";

const serverCount = z.int().min(0).max(100_000);
const SERVERS = "a count, or counts by account, or by account and region";
const servers = z
  .union([serverCount, z.record(key, z.union([serverCount, z.record(region, serverCount)], SERVERS))], SERVERS)
  .describe("How many servers are expected: in all, or by account, or by account and region.");

/** A patch group's name: part of physical names, and the tag's value where the group has no `tag`. */
export const groupName = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,64}$/, "a name of 1 to 64 letters, digits, `_`, `.` or `-`; a tag with other signs goes into `tag`");

const rebootWindow = z
  .strictObject({
    at: schedule.describe("When it opens."),
    zone: zone.optional(),
    duration: duration.optional(),
    cutoff: cutoff.optional(),
  })
  .describe(
    "A standing window in which servers of the group that wait for a restart are restarted. What is left out is the ring's.",
  );

const wave = z.strictObject({
  tag: z
    .string()
    .regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u, "1 to 128 characters that a tag's key can have")
    .describe("A tag on the servers, such as `ClusterRole`."),
  value: z
    .string()
    .regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u, "1 to 256 characters that a tag's value can have")
    .describe("Its value on the servers of this wave, such as `replica`."),
});

/** A patch group: the servers that carry this tag value, and how they are treated. */
export const group = z.strictObject({
  ring: key.describe("The ring in which the group installs."),
  tag: z
    .string()
    .regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u, "1 to 256 characters that a tag's value can have")
    .describe("The value of the tag on the servers, where it is not the group's own name.")
    .optional(),
  accounts: accountSelector.optional(),
  regions: z.array(region).min(1).describe("Only these regions of the accounts.").optional(),
  baselines: z
    .array(z.string().min(1))
    .min(1)
    .describe("One baseline for each system, of this file or one of AWS's own by name."),
  review: z
    .enum(["required", "none"])
    .default("none")
    .describe("Whether a person reviews exactly what will be installed. `required` makes the group sensitive."),
  approvers: z.array(z.string().min(1)).min(1).max(10).describe("Who may approve. Only with `review: required`.").optional(),
  reboot: z
    .enum(["RebootIfNeeded", "NoReboot"])
    .describe("What follows an install. The default is RebootIfNeeded, and NoReboot where a review is required.")
    .optional(),
  concurrency: rate.prefault("10 %").describe("How many servers install at once: a count (`10`) or a share (`10 %`)."),
  errors: rate.prefault("10 %").describe("After how many failures no further server starts: a count or a share."),
  servers: servers.optional(),
  perServer: minutes
    .describe(
      "How long one server takes, restart included. The default is 10 minutes, and 30 where Windows is among its systems.",
    )
    .optional(),
  notify: notify
    .describe("Who hears of this group beside the fleet's own contacts, and is told before its windows in their stead.")
    .optional(),
  pendingReboot: hours
    .describe(
      "How long a server may wait for a restart after an install, before it is reported as late. The default is 72 hours.",
    )
    .prefault("72 hours"),
  rebootWindow: rebootWindow.optional(),
  rebootOrder: z
    .array(wave)
    .min(1)
    .max(10)
    .describe("The waves of a controlled restart, in this order; left out, all at once as far as `rebootConcurrency` lets them.")
    .optional(),
  rebootConcurrency: rate
    .prefault(1)
    .describe("How many servers restart at once in a controlled restart: a count or a share of a wave."),
  install: schedule.describe("A schedule of the group's own, in a window of its own.").optional(),
  zone: zone.optional(),
  duration: duration.optional(),
  cutoff: cutoff.optional(),
});

/** A patch group as parsed. */
export type Group = z.output<typeof group>;
