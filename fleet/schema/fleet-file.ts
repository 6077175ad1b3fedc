import { z } from "zod";
import { SYSTEMS } from "../systems";
import { account, central, key, organization } from "./account";
import { baseline } from "./baseline";
import { evidence } from "./evidence";
import { freeze } from "./freeze";
import { group, groupName } from "./group";
import { hybrid } from "./hybrid";
import { notify, securityHub } from "./notify";
import { ring } from "./ring";
import { schedule } from "./window";

const ended = z.strictObject({
  owner: z.string().min(1).describe("Who answers for it."),
  why: z.string().min(1).describe("What is done about it: extended support, a migration and its date."),
});

const tagText = (most: number) =>
  z
    .string()
    .regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u, "letters, digits, spaces or any of _.:/=+-@")
    .max(most);

/** The fleet file: everything that a person decides, in one place. */
export const fleetFile = z.strictObject({
  organization: organization
    .describe("The organization within which definitions and releases are shared. Left out for a single account.")
    .optional(),
  central: central.describe("The account that owns what all others read. Needed with an organization.").optional(),
  tagKey: z
    .enum(["PatchGroup", "Patch Group"])
    .default("PatchGroup")
    .describe("The tag whose value is a server's patch group. With instance metadata tags on, a key cannot have a space."),
  tags: z.record(tagText(128).min(1), tagText(256)).default({}).describe("Tags for every resource that can have them."),
  accounts: z.record(key, account).describe("The accounts in which servers run, each by a name of your own."),
  baselines: z.record(key, baseline).default({}).describe("What may be installed, each by a name of your own."),
  defaults: z
    .partialRecord(z.enum(SYSTEMS), z.string().min(1))
    .default({})
    .describe("The baseline for servers of a system that belong to no group; left out, one that shows everything missing."),
  rings: z.array(ring).min(1).describe("In which order, and when, groups install."),
  groups: z.record(groupName, group).describe("Which servers, by the value of their tag, and how they are treated."),
  scan: schedule.default("wednesdays 12:00 UTC").describe("When every server is scanned, in UTC."),
  freezes: z.array(freeze).default([]).describe("Times in which nothing is installed."),
  evidence: evidence
    .describe(
      "What is kept of what the runs left behind. With an organization it is kept in any case; a single account keeps it when this is written, if only as `{}`.",
    )
    .optional(),
  ended: z
    .record(z.string().min(1), ended)
    .default({})
    .describe("Products without vendor support that stay in the fleet on purpose, by Patch Manager's spelling or system."),
  notify: notify
    .describe(
      "Who hears of everything that goes wrong. With an organization alerts are there in any case; a single account has them when this is written.",
    )
    .optional(),
  securityHub: securityHub.describe("What goes to Security Hub.").prefault({}),
  hybrid: z.record(key, hybrid).default({}).describe("Machines outside AWS, each set by a name of your own."),
});

/** The fleet as parsed: units are numbers, defaults are filled in. */
export type Fleet = z.output<typeof fleetFile>;
/** The fleet as written. */
export type FleetInput = z.input<typeof fleetFile>;
