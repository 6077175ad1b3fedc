import { expect } from "chai";
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { changeCalendar } from "../../../fleet/schedule/change-calendar";
import { closedEvents } from "../../../fleet/schedule/closed-events";
import { orderViolation } from "../../../fleet/schedule/order-violation";
import type { RingOrder } from "../../../fleet/schedule/ring";
import { ringRuns } from "../../../fleet/schedule/ring-runs";
import { chain, ringZones } from "./arbitrary-rings";
import { readCalendar, stateAt } from "./calendar-reader";
import { freeze, windowSchedule } from "./fixtures";

function ring(name: string, install: string, durationHours: number, more: Partial<RingOrder> = {}): RingOrder {
  const window = { key: name, schedule: windowSchedule(install), zone: "Europe/Paris", durationHours };
  return { name, soakHours: 0, windows: [window], freezes: [], ...more };
}

function told(one: RingOrder, rings: readonly RingOrder[]): string[] {
  return closedEvents(one, rings).map(
    (event) => `${event.from.toString()} ${event.to.toString()} ${event.kind === "once" ? event.summary : event.rule}`,
  );
}

const yearEnd = freeze({ name: "year-end", zone: "Europe/Paris", from: "2026-12-15", to: "2027-01-04" });
const from = Temporal.Instant.from("2026-11-01T00:00:00Z");
const to = Temporal.Instant.from("2028-04-01T00:00:00Z");

describe("closedEvents", () => {
  it("closes earlier than the freeze by the longest window, less the ten minutes that a gate may take", () => {
    const dev = ring("dev", "sundays 03:00", 4, { freezes: [yearEnd] });
    expect(told(dev, [dev])).to.deep.equal([
      "2026-12-14T19:10:00Z 2027-01-04T23:00:00Z freeze year-end: 2026-12-15 to 2027-01-04, Europe/Paris",
    ]);
  });

  it("closes in time for a window that starts soon after the last free start", () => {
    const dev = ring("dev", "sundays 03:02", 4, { freezes: [yearEnd] });
    expect(told(dev, [dev])[0]?.slice(0, 20)).to.equal("2026-12-14T19:02:00Z");
  });

  it("closes with the freeze itself for a ring without windows", () => {
    const review = ring("review", "sundays 03:00", 4, { windows: [], freezes: [yearEnd] });
    expect(told(review, [review])[0]?.slice(0, 20)).to.equal("2026-12-14T23:00:00Z");
  });

  it("closes for the runs that only the order holds", () => {
    const rings = [
      ring("dev", "sundays 03:00", 4, { freezes: [yearEnd] }),
      ring("prod", "thursdays 03:00", 6, { after: "dev", soakHours: 72 }),
    ];
    expect(told(rings[1]!, rings)).to.deep.equal(["2026-12-24T02:00:00Z 2027-01-07T08:00:00Z waits for ring dev"]);
  });

  it("hands a freeze down a chain of rings, later and later", () => {
    const rings = [
      ring("dev", "sundays 03:00", 4, { freezes: [yearEnd] }),
      ring("test", "thursdays 03:00", 4, { after: "dev", soakHours: 72 }),
      ring("prod", "second tuesday 03:00", 4, { after: "test", soakHours: 120 }),
    ];
    // Test installs again on 14 January and has soaked on the 19th; prod's 12 January waits, its 9 February does not.
    expect(told(rings[2]!, rings)).to.deep.equal(["2027-01-12T02:00:00Z 2027-01-12T06:00:00Z waits for ring test"]);
  });

  it("tells a recurring freeze as rules", () => {
    const monthEnd = freeze({ name: "month-end", zone: "Europe/Paris", every: "last 3 days of each month" });
    const dev = ring("dev", "sundays 03:00", 4, { freezes: [monthEnd] });
    expect(told(dev, [dev])).to.deep.equal([
      "2026-01-28T20:10:00 2026-01-31T14:00:00 FREQ=MONTHLY;BYMONTHDAY=-4",
      "2026-01-31T12:00:00 2026-02-01T00:00:00 FREQ=MONTHLY;BYMONTHDAY=-1",
    ]);
  });

  it("is an hour early where the clocks may change between the last free start and the freeze", () => {
    const monday = freeze({ name: "monday", zone: "Europe/Paris", every: "mondays" });
    const long = ring("dev", "sundays 03:00", 23, { freezes: [monday] });
    expect(told(long, [long])[0]).to.equal("2026-01-11T00:10:00 2026-01-12T14:00:00 FREQ=WEEKLY;BYDAY=SU");
    const short = ring("dev", "sundays 03:00", 20, { freezes: [monday] });
    expect(told(short, [short])[0]).to.equal("2026-01-11T04:10:00 2026-01-12T14:00:00 FREQ=WEEKLY;BYDAY=SU");
  });

  it("makes a calendar that is CLOSED at the start of exactly the runs that are held, however it is read", () => {
    let judged = 0;
    fc.assert(
      fc.property(chain(ringZones), (rings) => {
        fc.pre(orderViolation(rings) === null);
        const runs = ringRuns(rings, from, to);
        for (const one of rings) {
          const written = changeCalendar({ description: one.name, events: closedEvents(one, rings) });
          if (!written.ok) throw new Error(JSON.stringify(written.findings));
          for (const reading of ["wall", "exact"] as const) {
            const closed = readCalendar(written.value, reading, to.epochMilliseconds);
            for (const run of runs.filter((each) => each.ring === one.name)) {
              const state = stateAt(closed, run.start.epochMilliseconds);
              expect(state, `${reading} ${run.ring} ${run.start.toString()} ${run.held}`).to.equal(
                run.held === null ? "OPEN" : "CLOSED",
              );
              judged += 1;
            }
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(judged).to.be.greaterThan(10_000);
  });

  it("answers a gate that asks up to a minute late as it would have answered at the start", () => {
    fc.assert(
      fc.property(chain(ringZones, false), (rings) => {
        const [first] = rings;
        const written = changeCalendar({ description: "late", events: closedEvents(first!, rings) });
        if (!written.ok) throw new Error(JSON.stringify(written.findings));
        const closed = readCalendar(written.value, "wall", to.epochMilliseconds);
        for (const run of ringRuns(rings.slice(0, 1), from, to)) {
          if (run.held === null)
            expect(stateAt(closed, run.start.epochMilliseconds + 59_000), run.start.toString()).to.equal("OPEN");
        }
      }),
      { numRuns: 50 },
    );
  });
});
