import { z } from "zod";
import { FAMILIES, type Family } from "../systems";
import { days } from "./quantity";

const COMPLIANCE = ["CRITICAL", "HIGH", "MEDIUM", "LOW", "INFORMATIONAL", "UNSPECIFIED"] as const;
const value = z.string().min(1).max(64);
const values = z.array(value).min(1).max(20);
const list = <const T extends readonly [string, ...string[]]>(...names: T) =>
  z
    .array(z.enum([...names, "*"]))
    .min(1)
    .max(20);

const product = values.describe("Products by Patch Manager's spelling, such as `Ubuntu22.04`; left out, all of them.").optional();
const date = z.iso.date();

const delay = {
  delay: days.describe("How long after its release an update is approved; `0 days` at once. The default is `0 days`.").optional(),
  until: date.describe("Updates released up to and including this day (UTC) are approved. Instead of `delay`.").optional(),
};
const outcome = {
  compliance: z
    .enum(COMPLIANCE)
    .default("UNSPECIFIED")
    .describe("How bad a server is that lacks an update which this rule approves."),
};
const nonSecurity = {
  nonSecurity: z.boolean().default(false).describe("Whether updates that are not about security are approved too."),
};

const CLASSIFICATION = "Kinds of updates, by the vendor's own words.";
const SEVERITY = "How severe the vendor calls an update.";
const PRIORITY = list("Required", "Important", "Standard", "Optional", "Extra");
const RULES = {
  apt: z.strictObject({
    product,
    priority: PRIORITY.describe("Debian priorities.").optional(),
    section: values.describe("Debian sections, such as `net`.").optional(),
    ...outcome,
    ...nonSecurity,
  }),
  rpm: z.strictObject({
    product,
    classification: list("Security", "Bugfix", "Enhancement", "Recommended", "Newpackage").describe(CLASSIFICATION).optional(),
    severity: list("Critical", "Important", "Moderate", "Medium", "Low", "None").describe(SEVERITY).optional(),
    ...delay,
    ...outcome,
    ...nonSecurity,
  }),
  zypper: z.strictObject({
    product,
    classification: list("Security", "Recommended", "Optional", "Feature", "Document", "Yast")
      .describe(CLASSIFICATION)
      .optional(),
    severity: list("Critical", "Important", "Moderate", "Low").describe(SEVERITY).optional(),
    ...delay,
    ...outcome,
    ...nonSecurity,
  }),
  macos: z.strictObject({
    product,
    classification: list("Security", "Recommended").describe(CLASSIFICATION).optional(),
    ...delay,
    ...outcome,
    ...nonSecurity,
  }),
  windows: z.strictObject({
    product,
    productFamily: values.describe("Product families, such as `Windows` or `Office`.").optional(),
    classification: list(
      "CriticalUpdates",
      "DefinitionUpdates",
      "Drivers",
      "FeaturePacks",
      "SecurityUpdates",
      "ServicePacks",
      "Tools",
      "UpdateRollups",
      "Updates",
      "Upgrades",
    )
      .describe(CLASSIFICATION)
      .optional(),
    msrcSeverity: list("Critical", "Important", "Moderate", "Low", "Unspecified").describe(SEVERITY).optional(),
    patchSet: z
      .array(z.enum(["OS", "APPLICATION"]))
      .min(1)
      .max(2)
      .describe("Windows itself, or Microsoft's applications.")
      .optional(),
    ...delay,
    ...outcome,
  }),
} as const satisfies Record<Family, z.ZodType>;

const exception = z
  .strictObject({
    patch: z.string().min(1).max(100).describe("A package, KB, CVE or advisory in the system's own spelling."),
    owner: z.string().min(1).describe("Who answers for this entry."),
    why: z.string().min(1).describe("The reason."),
    until: date.describe("The day after which this entry is to be looked at again. Past it, it stays in force and is reported."),
  })
  .describe("An entry of a list with its owner, its reason and its expiry.");

const source = z.strictObject({
  name: z
    .string()
    .regex(/^[a-zA-Z0-9_\-.]{3,50}$/, "3 to 50 letters, digits, `_`, `-` or `.`")
    .describe("The source's name."),
  products: z
    .array(z.string().min(1).max(128))
    .min(1)
    .max(20)
    .describe("The products that it is for, by Patch Manager's spelling."),
  configuration: z
    .string()
    .min(1)
    .max(1024)
    .describe("The repository's definition as it would stand on the server; one line on apt."),
});

const lists = {
  description: z.string().min(1).max(1024).describe("What the baseline is for, as AWS's console shows it.").optional(),
  approve: z.array(exception).max(50).default([]).describe("Approved whatever the rules say."),
  approvedCompliance: z.enum(COMPLIANCE).default("UNSPECIFIED").describe("How bad a server is that lacks a patch of `approve`."),
  reject: z.array(exception).max(50).default([]).describe("Never approved."),
  rejectAction: z
    .enum(["BLOCK", "ALLOW_AS_DEPENDENCY"])
    .default("BLOCK")
    .describe("Whether a rejected package may still come in as another's dependency."),
};
const sources = { sources: z.array(source).max(20).default([]).describe("Used instead of the server's own repositories.") };
const linux = {
  ...lists,
  approvedNonSecurity: z.boolean().default(false).describe("Whether patches of `approve` may be other than security updates."),
};

/** Patch Manager takes at most ten rules a baseline. */
const MOST_RULES = 10;
const SYSTEM = "The operating system that the baseline is for.";
const RULE_LIST = "What is approved: an update that one rule takes is approved. At most ten rules.";
const apt = z.strictObject({
  system: z.enum(FAMILIES.apt).describe(SYSTEM),
  rules: z.array(RULES.apt).max(MOST_RULES).default([]).describe(RULE_LIST),
  ...linux,
  ...sources,
});
const rpm = z.strictObject({
  system: z.enum(FAMILIES.rpm).describe(SYSTEM),
  rules: z.array(RULES.rpm).max(MOST_RULES).default([]).describe(RULE_LIST),
  ...linux,
  ...sources,
});
const zypper = z.strictObject({
  system: z.enum(FAMILIES.zypper).describe(SYSTEM),
  rules: z.array(RULES.zypper).max(MOST_RULES).default([]).describe(RULE_LIST),
  ...linux,
  ...sources,
});
const macos = z.strictObject({
  system: z.enum(FAMILIES.macos).describe(SYSTEM),
  rules: z.array(RULES.macos).max(MOST_RULES).default([]).describe(RULE_LIST),
  ...linux,
});
const windows = z.strictObject({
  system: z.enum(FAMILIES.windows).describe(SYSTEM),
  rules: z.array(RULES.windows).max(MOST_RULES).default([]).describe(RULE_LIST),
  ...lists,
  availableSecurityUpdates: z
    .enum(["COMPLIANT", "NON_COMPLIANT"])
    .default("NON_COMPLIANT")
    .describe("How a server counts that lacks a security update which no rule approves yet."),
});

/**
 * What may be installed on one system: rules by the filter keys that the system really has, and lists with owner, reason and expiry.
 * A delay is not even a key on apt systems: their packages carry no release date.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreatePatchBaseline.html
 */
export const baseline = z.discriminatedUnion("system", [apt, rpm, zypper, macos, windows]);

/** A baseline as parsed. */
export type Baseline = z.output<typeof baseline>;
/** One approval rule as parsed; which keys it can have depends on the baseline's system. */
export type Rule = Baseline["rules"][number];
/** An entry of `approve` or `reject`. */
export type Exception = z.output<typeof exception>;
/** A repository used instead of the server's own. */
export type PatchSource = z.output<typeof source>;
