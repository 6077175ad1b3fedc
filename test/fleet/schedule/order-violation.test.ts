import { expect } from "chai";
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { orderViolation } from "../../../fleet/schedule/order-violation";
import type { RingOrder } from "../../../fleet/schedule/ring";
import { ringRuns } from "../../../fleet/schedule/ring-runs";
import { chain, ringZones } from "./arbitrary-rings";
import { freeze, windowSchedule } from "./fixtures";

function ring(name: string, install: string, more: Partial<RingOrder> = {}): RingOrder {
  const window = { key: name, schedule: windowSchedule(install), zone: "Europe/Paris", durationHours: 4 };
  return { name, soakHours: 0, windows: [window], freezes: [], ...more };
}

const monthEnd = freeze({ name: "month-end", zone: "Europe/Paris", every: "last 3 days of each month" });

describe("orderViolation", () => {
  it("finds none when the ring before has always run in time", () => {
    const rings = [
      ring("dev", "sundays 03:00", { freezes: [monthEnd] }),
      ring("prod", "second tuesday + 5 days 02:00", { after: "dev", soakHours: 120 }),
    ];
    expect(orderViolation(rings)).to.equal(null);
  });

  it("finds the first run that a recurring freeze of the ring before would hold", () => {
    const rings = [
      ring("dev", "sundays 03:00", { freezes: [monthEnd] }),
      ring("prod", "thursdays 02:00", { after: "dev", soakHours: 48 }),
    ];
    const violation = orderViolation(rings);
    expect(violation?.ring).to.equal("prod");
    expect(violation?.start.toString()).to.equal("2026-04-02T00:00:00Z");
    expect(violation?.held).to.equal(
      "waits for ring dev: its run of 2026-03-29 03:00 Europe/Paris is held (freeze month-end until 2026-04-01 00:00 Europe/Paris)",
    );
  });

  it("leaves out a run that a freeze of its own holds anyway", () => {
    const rings = [
      ring("dev", "last day 03:00", { freezes: [monthEnd] }),
      ring("prod", "last day 20:00", { after: "dev", freezes: [monthEnd] }),
    ];
    expect(orderViolation(rings)).to.equal(null);
  });

  it("leaves out freezes that happen once: the calendar can name their runs", () => {
    const once = freeze({ name: "once", zone: "UTC", from: "2026-12-15", to: "2027-01-04" });
    expect(
      orderViolation([ring("dev", "sundays 03:00", { freezes: [once] }), ring("prod", "thursdays 02:00", { after: "dev" })]),
    ).to.equal(null);
  });

  it("finds a ring that follows one that happens once, and one that follows nothing", () => {
    const follower = ring("prod", "thursdays 02:00", { after: "dev" });
    expect(orderViolation([ring("dev", "at(2026-12-01T03:00:00)"), follower])?.held).to.equal(
      "waits for ring dev: window dev had no run before",
    );
    expect(orderViolation([follower])?.held).to.equal("waits for ring dev, which is not there or comes after itself");
    expect(
      orderViolation([ring("dev", "at(2026-12-01T03:00:00)"), ring("prod", "at(2026-12-05T03:00:00)", { after: "dev" })]),
    ).to.equal(null);
  });

  it("is right: where it finds none, no run of nine years waits for another ring because of a recurring freeze", () => {
    fc.assert(
      fc.property(chain(ringZones), (rings) => {
        const lasting = rings.map((each) => ({ ...each, freezes: each.freezes.filter(({ kind }) => kind !== "once") }));
        const runs = ringRuns(
          lasting,
          Temporal.Instant.from("2026-01-01T00:00:00Z"),
          Temporal.Instant.from("2035-01-01T00:00:00Z"),
        );
        const waiting = runs.find((run) => run.held?.startsWith("waits") === true);
        const violation = orderViolation(rings);
        if (violation === null) expect(waiting).to.equal(undefined);
        else expect(runs.concat(violation).some((run) => run.held?.startsWith("waits") === true)).to.equal(true);
      }),
      { numRuns: 60 },
    );
  });
});
