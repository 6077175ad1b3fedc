import { z } from "zod";

/** A key that becomes part of logical and physical names. */
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, "a name of 2 to 40 lower-case letters, digits or dashes, beginning with a letter");

/** An AWS region by its code, in any partition. */
export const region = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "a region's code, such as eu-west-1");

/** An AWS account in which servers run. */
export const account = z.strictObject({
  id: z
    .string()
    .regex(/^\d{12}$/, "12 digits in quotes")
    .describe("The account's id: 12 digits, in quotes so that YAML keeps them as they are."),
  regions: z.array(region).min(1).describe("The regions in which this account has servers."),
  labels: z
    .record(key, z.string().min(1).max(64))
    .default({})
    .describe("Words to select accounts by. `env: prod` makes the groups of an account production."),
});

/** Which accounts: by name, or by the labels that they all carry. */
export const accountSelector = z
  .union(
    [z.array(key).min(1), z.record(key, z.string().min(1))],
    "accounts by name (`[nonprod, prod]`) or by label (`{ env: prod }`)",
  )
  .describe("Accounts by name (`[nonprod, prod]`) or by label (`{ env: prod }`).");

/** The organization within which definitions and releases are shared. Without one, the fleet is a single account. */
export const organization = z.strictObject({
  id: z
    .string()
    .regex(/^o-[a-z0-9]{10,32}$/, "an organization's id, such as o-a1b2c3d4e5")
    .describe("The organization's id."),
  managementAccount: z
    .string()
    .regex(/^\d{12}$/, "12 digits in quotes")
    .describe("The id of the organization's management account: 12 digits, in quotes."),
  units: z
    .array(z.string().regex(/^ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}$/, "an organizational unit's id, such as ou-ab12-cdef3456"))
    .min(1)
    .describe("Share with these organizational units only, not with the whole organization.")
    .optional(),
});

/** The account that owns what all others read, and its home region, where all of that lives. */
export const central = z.strictObject({
  account: key.describe("The central account, by its name in this file."),
  home: region.describe("The region in which all that is shared lives: one of the central account's."),
});

/** An account as parsed. */
export type Account = z.output<typeof account>;
/** A selection of accounts as parsed. */
export type AccountSelector = z.output<typeof accountSelector>;
