import { expect } from "chai";
import { readFileSync } from "node:fs";
import path from "node:path";
import { NO_CHANGES } from "../../fleet/changes";
import { parseFleet } from "../../fleet/parse";
import { decide } from "../../fleet/plan";
import { calendarReader } from "../../simulator/calendar";
import { joined, readCalendar, stateAt } from "../fleet/schedule/calendar-reader";
import { ROOT } from "../support/sources";

const HOUR = 3_600_000;
const FROM = Date.parse("2026-11-21T00:00:00Z");

describe("the calendars of a simulated year", () => {
  for (const file of ["examples/reference/fleet.yaml", "examples/rings/fleet.yaml"])
    it(`answer as another reader of the same text does, at each run of two years: ${file}`, () => {
      const read = parseFleet(readFileSync(path.join(ROOT, file), "utf8"), file);
      if (!("fleet" in read)) throw new Error(file);
      let closed = 0;
      for (const ring of decide(read.fleet, NO_CHANGES, "2026-11-21T00:00:00Z").rings) {
        const ours = calendarReader(ring.calendar, ring.order);
        const other = joined(readCalendar(ring.calendar, "wall", FROM + 2 * 366 * 24 * HOUR));
        for (let at = FROM + 10_000; at < FROM + 2 * 365 * 24 * HOUR; at += 7 * HOUR) {
          closed += ours(at) ? 1 : 0;
          expect(ours(at), `${ring.name} at ${new Date(at).toISOString()}`).to.equal(stateAt(other, at) === "CLOSED");
        }
      }
      expect(closed).to.be.greaterThan(50);
    });
});
