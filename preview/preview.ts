import { z } from "zod";

/**
 * What `fleet preview --json` prints, for programs. Secrets are `"[secret]"`, what only the cloud will know is `"[unknown]"`.
 * Fields may be added; none is renamed or removed without a major version.
 */
const resource = z.strictObject({
  urn: z.string().describe("The URN that the real engine gives it."),
  type: z.string(),
  name: z.string(),
  parent: z.string().nullable().describe("The parent's URN."),
  inputs: z.record(z.string(), z.unknown()),
  region: z.string().nullable().describe("Null for what is global."),
});

const violation = z.strictObject({
  rule: z.string(),
  level: z.enum(["advisory", "mandatory", "remediate"]),
  urn: z.string(),
  message: z.string(),
});

const problem = z.strictObject({ at: z.string(), got: z.string(), want: z.string(), fix: z.string() });

const stack = z.strictObject({
  name: z.string(),
  kind: z.enum(["central", "member", "hybrid"]).describe("One stack that is both central and a member says member."),
  account: z.string().describe("The account's id."),
  regions: z.array(z.string()),
  resources: z.array(resource),
  outputs: z.record(z.string(), z.unknown()),
  violations: z.array(violation),
});

const calendarEntry = z.strictObject({
  ring: z.string().nullable().describe("Null for a scan."),
  group: z.string().nullable().describe("Null for a scan."),
  account: z.string().describe("The account's name in the fleet file."),
  region: z.string(),
  starts: z.iso.datetime(),
  ends: z.iso.datetime(),
  operation: z.enum(["scan", "install", "restart"]),
  held: z.string().nullable().describe("Why nothing is installed or restarted; null when it runs."),
  awaits: z
    .string()
    .nullable()
    .describe("What must have come first, such as evidence from the ring before; null when nothing must."),
  approval: z
    .string()
    .nullable()
    .describe("The approval whose window it is, by its file's name without the ending; null for what comes again."),
});

/** The schema of `fleet preview --json`. */
export const preview = z.strictObject({
  stacks: z.array(stack),
  calendar: z.array(calendarEntry),
  problems: z.array(problem),
  notices: z.array(z.strictObject({ at: z.string(), message: z.string() })),
});

/** A whole preview as plain data. */
export type Preview = z.output<typeof preview>;
/** One stack of a preview. */
export type PreviewStack = z.output<typeof stack>;
/** One resource of a preview. */
export type PreviewResource = z.output<typeof resource>;
/** What a rule of the policy pack found. */
export type Violation = z.output<typeof violation>;
