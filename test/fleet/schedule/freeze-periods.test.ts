import { expect } from "chai";
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { closedPeriods } from "../../../fleet/schedule/freeze-periods";
import { freezes, ringZones } from "./arbitrary-rings";
import { freeze } from "./fixtures";
import { isFrozen } from "./oracle";

function told(every: string, from: string, to: string, zone = "Europe/Paris"): string[] {
  return closedPeriods(freeze({ name: "again", zone, every }), Temporal.Instant.from(from), Temporal.Instant.from(to)).map(
    (period) => `${period.from.toString()} ${period.to.toString()}`,
  );
}

describe("closedPeriods", () => {
  it("reads a bare last day to its end", () => {
    const yearEnd = freeze({ name: "year-end", zone: "Europe/Paris", from: "2026-12-15", to: "2027-01-04" });
    const [period] = closedPeriods(
      yearEnd,
      Temporal.Instant.from("2027-01-04T22:59:59Z"),
      Temporal.Instant.from("2028-01-01T00:00:00Z"),
    );
    expect(String(period?.from)).to.equal("2026-12-14T23:00:00Z");
    expect(String(period?.to)).to.equal("2027-01-04T23:00:00Z");
    expect(
      closedPeriods(yearEnd, Temporal.Instant.from("2027-01-04T23:00:00Z"), Temporal.Instant.from("2028-01-01T00:00:00Z")),
    ).to.deep.equal([]);
  });

  it("reads a time as the first that is free again", () => {
    const short = freeze({ name: "short", zone: "UTC", from: "2026-12-15T18:00", to: "2026-12-15T20:00" });
    const [period] = closedPeriods(
      short,
      Temporal.Instant.from("2026-12-15T19:00:00Z"),
      Temporal.Instant.from("2026-12-15T19:01:00Z"),
    );
    expect(`${period?.from.toString()} ${period?.to.toString()}`).to.equal("2026-12-15T18:00:00Z 2026-12-15T20:00:00Z");
  });

  it("gives the ends of months, whatever their length", () => {
    expect(told("last 3 days of each month", "2028-02-01T00:00:00Z", "2028-04-01T00:00:00Z")).to.deep.equal([
      "2028-02-26T23:00:00Z 2028-02-29T23:00:00Z",
      "2028-03-28T22:00:00Z 2028-03-31T22:00:00Z",
    ]);
  });

  it("gives days of the week over the end of the week, and the turn of the year whole", () => {
    expect(told("saturdays to mondays", "2026-12-01T00:00:00Z", "2026-12-08T00:00:00Z", "UTC")).to.deep.equal([
      "2026-12-05T00:00:00Z 2026-12-08T00:00:00Z",
    ]);
    expect(told("12-20 to 01-03 each year", "2027-01-02T00:00:00Z", "2027-12-25T00:00:00Z", "UTC")).to.deep.equal([
      "2026-12-20T00:00:00Z 2027-01-04T00:00:00Z",
      "2027-12-20T00:00:00Z 2028-01-04T00:00:00Z",
    ]);
  });

  it("agrees with the calendar page of every hour", () => {
    const from = Temporal.Instant.from("2026-10-20T00:00:00Z");
    fc.assert(
      fc.property(freezes(ringZones), fc.nat(500), (some, day) => {
        const begin = from.add({ hours: 24 * day });
        for (const each of some) {
          const periods = closedPeriods(each, begin, begin.add({ hours: 600 }));
          for (let at = begin; at.epochMilliseconds < begin.epochMilliseconds + 600 * 3_600_000; at = at.add({ minutes: 60 })) {
            const closed = periods.some(
              (period) =>
                period.from.epochMilliseconds <= at.epochMilliseconds && at.epochMilliseconds < period.to.epochMilliseconds,
            );
            expect(closed, at.toString()).to.equal(isFrozen(each, at));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
