import { z } from "zod";
import { instant } from "./instant";
import { digest, patches } from "./patch";

/** One line: it becomes part of a parameter's value, in which AWS takes no double braces. */
const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^{}\p{Cc}]*$/u, "one line without braces");

/** A release: what people declare of one ring, by a reviewed change. A file of its own in `changes/releases`, by the ring's name. */
export const releaseFile = z.strictObject({
  state: z.enum(["open", "held"]).describe("Whether the ring may install."),
  why: line(200).describe("The reason."),
  by: line(100).describe("Who answers for it."),
  until: instant.describe(
    "An open ring is held from then on. A held one stays held past it, until the file is removed, and is reported.",
  ),
  override: z
    .boolean()
    .default(false)
    .describe("Only with `state: open`: installs although evidence has not proved the ring before."),
  manifest: z
    .strictObject({ patches: patches.min(1), digest })
    .describe("The exact packages, for a ring with `promote: exact`.")
    .optional(),
});

/** A release's file as parsed. */
export type ReleaseFile = z.output<typeof releaseFile>;
