import { z } from "zod";
import { key } from "./account";
import { zone } from "./window";

const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/, "a day (`2026-12-15`) or a local time (`2026-12-15T18:00`)");
const scope = {
  name: key.describe("The freeze's name, as messages and calendars show it."),
  zone: zone.default("UTC"),
  rings: z.array(key).min(1).describe("Only these rings; left out, all of them.").optional(),
  urgent: z
    .enum(["allowed", "refused"])
    .default("refused")
    .describe("Whether an approval that is urgent, with two approvers, may install in it all the same."),
};

/** A freeze: a time in which nothing is installed; once, or again and again. */
export const freeze = z.union(
  [
    z.strictObject({
      ...scope,
      from: moment.describe("When it begins: a day, or a local time in `zone`."),
      to: moment.describe("A bare day is frozen to its end."),
    }),
    z.strictObject({
      ...scope,
      every: z
        .string()
        .min(1)
        .describe("`last 3 days of each month`, `first 2 days of each month`, `fridays to sundays`, `12-20 to 01-03 each year`."),
    }),
  ],
  "`name` with `from` and `to`, or with `every`",
);

/** A freeze as parsed. */
export type FreezeEntry = z.output<typeof freeze>;
