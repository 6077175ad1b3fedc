import { z } from "zod";

/** An instant as changes write it: UTC to the second, so that nobody has to guess a zone. */
export const instant = z.iso
  .datetime({ precision: 0, error: "an instant in UTC to the second, such as `2026-11-29T02:00:00Z`" })
  .describe("An instant in UTC to the second, such as `2026-11-29T02:00:00Z`.");
