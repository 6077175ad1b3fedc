import { expect } from "chai";
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import type { RingOrder } from "../../../fleet/schedule/ring";
import { ringRuns } from "../../../fleet/schedule/ring-runs";
import { chain, ringZones, steadyZones } from "./arbitrary-rings";
import { freeze, windowSchedule } from "./fixtures";
import { isHeld, meetsFreeze } from "./oracle";

const from = Temporal.Instant.from("2026-10-01T00:00:00Z");
const to = Temporal.Instant.from("2027-12-31T00:00:00Z");
const yearEnd = freeze({ name: "year-end", zone: "Europe/Paris", from: "2026-12-15", to: "2027-01-04" });

function ring(name: string, install: string, more: Partial<RingOrder> = {}): RingOrder {
  const window = { key: name, schedule: windowSchedule(install), zone: "Europe/Paris", durationHours: 4 };
  return { name, soakHours: 0, windows: [window], freezes: [], ...more };
}

function told(rings: readonly RingOrder[], begin: string, end: string): string[] {
  return ringRuns(rings, Temporal.Instant.from(begin), Temporal.Instant.from(end)).map(
    (run) => `${run.ring} ${run.start.toString().slice(0, 16)} ${run.held ?? "installs"}`,
  );
}

describe("ringRuns", () => {
  it("holds a ring in its freeze, and the ring after it until a free run has soaked", () => {
    const rings = [
      ring("dev", "sundays 03:00", { freezes: [yearEnd] }),
      ring("prod", "thursdays 03:00", { after: "dev", soakHours: 72, freezes: [yearEnd] }),
    ];
    expect(told(rings, "2026-12-10T00:00:00Z", "2027-01-15T00:00:00Z")).to.deep.equal([
      "prod 2026-12-10T02:00 installs",
      "dev 2026-12-13T02:00 installs",
      "prod 2026-12-17T02:00 freeze year-end until 2027-01-05 00:00 Europe/Paris",
      "dev 2026-12-20T02:00 freeze year-end until 2027-01-05 00:00 Europe/Paris",
      "prod 2026-12-24T02:00 freeze year-end until 2027-01-05 00:00 Europe/Paris",
      "dev 2026-12-27T02:00 freeze year-end until 2027-01-05 00:00 Europe/Paris",
      "prod 2026-12-31T02:00 freeze year-end until 2027-01-05 00:00 Europe/Paris",
      "dev 2027-01-03T02:00 freeze year-end until 2027-01-05 00:00 Europe/Paris",
      "prod 2027-01-07T02:00 waits for ring dev: its run of 2027-01-03 03:00 Europe/Paris is held (freeze year-end until 2027-01-05 00:00 Europe/Paris)",
      "dev 2027-01-10T02:00 installs",
      "prod 2027-01-14T02:00 installs",
    ]);
  });

  it("takes a run that has not soaked long enough as not there yet", () => {
    const rings = [
      ring("dev", "sundays 03:00", { freezes: [yearEnd] }),
      ring("prod", "thursdays 03:00", { after: "dev", soakHours: 93 }),
    ];
    // Dev's window of 13 December closes at 07:00 on the 13th; 93 hours later is 04:00 on the 17th, an hour after prod's start.
    expect(told(rings, "2026-12-24T00:00:00Z", "2026-12-25T00:00:00Z")).to.deep.equal(["prod 2026-12-24T02:00 installs"]);
    expect(told([rings[0]!, { ...rings[1]!, soakHours: 92 }], "2026-12-24T00:00:00Z", "2026-12-25T00:00:00Z")).to.deep.equal([
      "prod 2026-12-24T02:00 waits for ring dev: its run of 2026-12-20 03:00 Europe/Paris is held (freeze year-end until 2027-01-05 00:00 Europe/Paris)",
    ]);
  });

  it("leaves a run free that ends when a freeze begins, and holds one that would reach a minute into it", () => {
    const late = freeze({ name: "late", zone: "Europe/Paris", from: "2026-12-13T07:00", to: "2026-12-14" });
    const later = freeze({ name: "later", zone: "Europe/Paris", from: "2026-12-13T06:59", to: "2026-12-14" });
    expect(
      told([ring("dev", "sundays 03:00", { freezes: [late] })], "2026-12-13T00:00:00Z", "2026-12-14T00:00:00Z"),
    ).to.deep.equal(["dev 2026-12-13T02:00 installs"]);
    expect(
      told([ring("dev", "sundays 03:00", { freezes: [later] })], "2026-12-13T00:00:00Z", "2026-12-14T00:00:00Z"),
    ).to.deep.equal(["dev 2026-12-13T02:00 freeze later until 2026-12-15 00:00 Europe/Paris"]);
  });

  it("holds a ring whose predecessor has not run yet, is not there, or leads back to it", () => {
    const dev = ring("dev", "at(2026-12-01T03:00:00)");
    const prod = ring("prod", "thursdays 03:00", { after: "dev" });
    expect(told([dev, prod], "2026-11-26T00:00:00Z", "2026-12-04T00:00:00Z")).to.deep.equal([
      "prod 2026-11-26T02:00 waits for ring dev: window dev had no run before",
      "dev 2026-12-01T03:00 installs",
      "prod 2026-12-03T02:00 installs",
    ]);
    expect(told([prod], "2026-12-03T00:00:00Z", "2026-12-04T00:00:00Z")).to.deep.equal([
      "prod 2026-12-03T02:00 waits for ring dev, which is not there or comes after itself",
    ]);
    const circle = [ring("dev", "sundays 03:00", { after: "prod" }), prod];
    for (const run of ringRuns(circle, from, to)) expect(run.held).to.be.a("string");
  });

  it("never lets a run that is not held meet a freeze of its ring", () => {
    fc.assert(
      fc.property(chain(ringZones), (rings) => {
        for (const run of ringRuns(
          rings,
          Temporal.Instant.from("2027-02-20T00:00:00Z"),
          Temporal.Instant.from("2027-04-10T00:00:00Z"),
        )) {
          if (run.held !== null) continue;
          const hours = (run.end.epochMilliseconds - run.start.epochMilliseconds) / 3_600_000;
          const { freezes } = rings.find((each) => each.name === run.ring)!;
          for (const each of freezes)
            expect(meetsFreeze(each, run.start, hours), `${run.start.toString()} ${JSON.stringify(each)}`).to.equal(false);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("never lets a ring run before the ring that it follows, and holds nothing else", () => {
    fc.assert(
      fc.property(chain(steadyZones), (rings) => {
        for (const run of ringRuns(
          rings,
          Temporal.Instant.from("2027-01-20T00:00:00Z"),
          Temporal.Instant.from("2027-03-10T00:00:00Z"),
        )) {
          const followed = rings.find((each) => each.name === run.ring)!;
          expect(run.held !== null, `${run.ring} ${run.start.toString()} ${run.held}`).to.equal(
            isHeld(rings, followed, run.start),
          );
        }
      }),
      { numRuns: 25 },
    );
  });
});
