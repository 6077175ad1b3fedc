import { expect } from "chai";
import * as fc from "fast-check";
import { parse } from "yaml";
import { z } from "zod";
import { mended } from "../../../fleet/parse/mend";
import { key, region } from "../../../fleet/schema/account";
import { days, hours, minutes } from "../../../fleet/schema/quantity";
import { SYSTEMS } from "../../../fleet/systems";

const cases: readonly (readonly [string, z.ZodType, unknown, string, readonly string[]])[] = [
  ["a number that is text", z.string().regex(/^\d{12}$/), 12345678901, "012345678901", ['"012345678901"']],
  ["text that is a number", z.int(), "420", "420", ["420"]],
  ["one value for a list", z.array(region), "eu-west-1", "eu-west-1", ["[eu-west-1]"]],
  ["a list in one text", z.array(region), "eu-west-1, us-east-1", "eu-west-1, us-east-1", ["[eu-west-1, us-east-1]"]],
  ["capital letters", region, "EU-WEST-1", "EU-WEST-1", ["eu-west-1"]],
  ["spaces in a name", key, "Web Servers", "Web Servers", ["web-servers"]],
  ["a short unit", hours, "4h", "4h", ["4 hours"]],
  ["a unit written together", days, "7days", "7days", ["7 days"]],
  ["weeks", days, "2 weeks", "2 weeks", ["14 days"]],
  ["hours for days", days, "48 hours", "48 hours", ["2 days"]],
  ["a number without its unit", hours, 5, "5", ["5 hours", "5 days"]],
  ["minutes without their unit", minutes, 30, "30", ["30 minutes"]],
  ["a short day", z.iso.date(), "2026-1-5", "2026-1-5", ["2026-01-05"]],
  ["a moment for a day", z.iso.date(), "2026-12-15T18:00:00Z", "2026-12-15T18:00:00Z", ["2026-12-15"]],
  ["yes for true", z.boolean(), "yes", "yes", ["true"]],
  ["a near name", z.enum(SYSTEMS), "RASPIAN", "RASPIAN", ["RASPBIAN"]],
  ["a name in other letters", z.enum(SYSTEMS), "Amazon Linux 2023", "Amazon Linux 2023", ["AMAZON_LINUX_2023"]],
  ["what is like nothing", z.enum(SYSTEMS), "TempleOS", "TempleOS", []],
  ["a list where one value belongs", region, ["eu-west-1"], "", []],
  ["text without end", z.int(), "1".repeat(300), "1".repeat(300), []],
];

describe("mended", () => {
  for (const [what, schema, value, written, expected] of cases) {
    it(`proposes ${expected.length > 0 ? expected.join(" or ") : "nothing"} for ${what}`, () => {
      expect(mended([schema], value, written)).to.deep.equal(expected);
    });
  }

  it("proposes only what YAML reads as what the schema takes", () => {
    const schemas = [
      key,
      region,
      hours,
      days,
      minutes,
      z.iso.date(),
      z.boolean(),
      z.int(),
      z.enum(SYSTEMS),
      z.array(key),
      z.string(),
    ];
    const value = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.integer(),
      fc.boolean(),
      fc.stringMatching(/^[0-9]{1,3} ?(h|d|m|w|days?|%|weeks?)?$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...schemas), value, (schema, wrong) => {
        for (const proposal of mended([schema], wrong, String(wrong))) {
          expect(schema.safeParse(parse(proposal)).success, proposal).to.equal(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
