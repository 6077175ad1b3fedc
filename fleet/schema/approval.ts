import { z } from "zod";
import { groupName } from "./group";
import { instant } from "./instant";
import { digest, patches } from "./patch";
import { cutoff, duration } from "./window";

const person = z.string().min(1).max(100);
const why = z.string().min(1).max(200);

/** An approval: a reviewed change that lets one group under review install, or restart, once. A file of its own in `changes/approvals`. */
export const approvalFile = z.strictObject({
  group: groupName.describe("The group that installs or restarts: one whose review is required."),
  why: why.describe("The reason, in a few words."),
  window: z
    .strictObject({
      at: instant.describe("When it opens: an instant in UTC to the second, at least an hour after the approval."),
      duration,
      cutoff,
    })
    .describe("The one window in which it happens."),
  requested: z
    .strictObject({ by: person.describe("Who asks."), at: instant.describe("When.") })
    .describe("Who asks for it, and when."),
  approved: z
    .strictObject({
      by: z
        .array(person)
        .min(1)
        .max(10)
        .describe("Who approves: approvers of the group, and not who asks. Two where it is urgent."),
      at: instant.describe("When."),
    })
    .describe("Who approves it, and when. A draft leaves it out.")
    .optional(),
  expires: instant.describe("After this instant nothing is installed by it any more: at most 30 days after the approval."),
  urgent: z
    .boolean()
    .default(false)
    .describe("Whether it cannot wait: two approve it, and it may cross a freeze that allows urgent work."),
  patches: patches.optional(),
  digest: digest.optional(),
  reboot: z.literal(true).describe("A controlled restart instead of an install: no `patches`, no `digest`.").optional(),
});

/** An approval's file as parsed. */
export type ApprovalFile = z.output<typeof approvalFile>;
