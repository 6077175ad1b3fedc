import { expect } from "chai";
import * as fc from "fast-check";
import { describeFreeze } from "../../../fleet/schedule/freeze";
import { parseFreeze } from "../../../fleet/schedule/parse-freeze";

function every(words: string, zone = "Europe/Paris"): string {
  const read = parseFreeze({ name: "again", zone, every: words });
  return read.ok ? describeFreeze(read.value) : read.findings.map((finding) => finding.want).join("; ");
}

function once(from: string, to: string): string {
  const read = parseFreeze({ name: "once", zone: "Europe/Paris", from, to });
  return read.ok ? describeFreeze(read.value) : read.findings.map((finding) => `${finding.got}: ${finding.want}`).join("; ");
}

describe("parseFreeze", () => {
  const words: readonly string[] = [
    "last 3 days of each month",
    "last day of each month",
    "first 2 days of each month",
    "first 25 days of each month",
    "fridays to sundays",
    "sundays to tuesdays",
    "saturdays",
    "12-20 to 01-03 each year",
    "02-28 to 03-01 each year",
    "05-01 to 05-01 each year",
  ];
  for (const text of words) {
    it(`reads "${text}" and says it so again`, () => expect(every(text)).to.equal(`${text}, Europe/Paris`));
  }

  it("forgives case, spaces, and every for each", () => {
    expect(every(" Last  3 Days of every month ")).to.equal("last 3 days of each month, Europe/Paris");
    expect(every("friday to sunday")).to.equal("fridays to sundays, Europe/Paris");
  });

  it("reads days and local times", () => {
    expect(once("2026-12-15", "2027-01-04")).to.equal("2026-12-15 to 2027-01-04, Europe/Paris");
    expect(once("2026-12-15", "2026-12-15")).to.equal("2026-12-15 to 2026-12-15, Europe/Paris");
    expect(once("2026-12-15T18:00", "2026-12-15T18:01")).to.equal("2026-12-15 18:00 to 2026-12-15 18:01, Europe/Paris");
  });

  const refusals: readonly (readonly [string, string])[] = [
    ["last 0 days of each month", "1 to 25 days"],
    ["last 26 days of each month", "1 to 25 days"],
    ["last days of each month", "1 to 25 days"],
    ["mondays to sundays", "a freeze that ends: this one is the whole week"],
    ["01-01 to 12-31 each year", "a freeze that ends: this one is the whole year"],
    ["05-02 to 05-01 each year", "a freeze that ends: this one is the whole year"],
    ["03-01 to 02-28 each year", "a freeze that ends: this one is the whole year"],
    ["02-29 to 03-04 each year", "two days, month first, that every year has"],
    ["13-01 to 13-02 each year", "two days, month first, that every year has"],
    ["31-12 to 03-01 each year", "two days, month first, that every year has"],
  ];
  for (const [text, want] of refusals) it(`rejects "${text}"`, () => expect(every(text)).to.equal(want));

  it("rejects what no freeze is, and names the forms", () =>
    expect(every("at christmas")).to.contain("`last 3 days of each month`"));

  it("rejects an end before the beginning, and one at the beginning", () => {
    expect(once("2027-01-04", "2026-12-15")).to.equal("2027-01-04 to 2026-12-15: a freeze that ends after it begins");
    expect(once("2026-12-15T18:00", "2026-12-15T18:00")).to.equal(
      "2026-12-15T18:00 to 2026-12-15T18:00: a freeze that ends after it begins",
    );
  });

  it("rejects days that do not exist, both at once", () => {
    expect(once("2026-11-31", "2027-02-29")).to.equal(
      '"2026-11-31" as from: a day or a local time that exists; "2027-02-29" as to: a day or a local time that exists',
    );
    expect(once("2026-12-15T24:00", "tomorrow")).to.contain('"tomorrow" as to');
  });

  it("rejects a zone that is none", () => expect(every("sundays", "PST")).to.contain("an IANA time zone"));

  it("answers any text without throwing", () => {
    const piece = fc.constantFrom(
      "last",
      "first",
      "3",
      "days",
      "of",
      "each",
      "month",
      "to",
      "fridays",
      "12-20",
      "02-30",
      "year",
      "sundays",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join(" ")),
        ),
        fc.string(),
        (text, other) => {
          parseFreeze({ name: "x", zone: "UTC", every: text });
          parseFreeze({ name: "x", zone: "UTC", from: text, to: other });
          parseFreeze({ name: "x", zone: other, every: "sundays" });
        },
      ),
      { numRuns: 1000 },
    );
  });
});
