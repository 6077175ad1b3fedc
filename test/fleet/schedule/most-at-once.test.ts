import { expect } from "chai";
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { mostAtOnce } from "../../../fleet/schedule/most-at-once";
import type { RingWindow } from "../../../fleet/schedule/ring";
import { starts } from "../../../fleet/schedule/starts";
import { windowSchedule } from "./fixtures";

function window(key: string, install: string, durationHours: number, zone = "UTC"): RingWindow {
  return { key, schedule: windowSchedule(install), zone, durationHours };
}

describe("mostAtOnce", () => {
  it("counts windows that overlap, and names the first time and the windows", () => {
    const most = mostAtOnce([window("a", "sundays 03:00", 4), window("b", "sundays 05:00", 1), window("c", "mondays 03:00", 4)]);
    expect(most.count).to.equal(2);
    expect(most.at?.toString()).to.equal("2026-01-04T05:00:00Z");
    expect(most.windows).to.deep.equal(["a", "b"]);
  });

  it("does not count a window that closes when another opens", () => {
    expect(mostAtOnce([window("a", "sundays 03:00", 4), window("b", "sundays 07:00", 1)]).count).to.equal(1);
  });

  it("finds an overlap that comes only years later", () => {
    const most = mostAtOnce([
      window("leap", "cron(0 3 29 2 ? *)", 1),
      window("b", "second monday 03:00", 1),
      window("c", "last sunday 03:00", 1),
    ]);
    expect(most.at?.toString()).to.equal("2032-02-29T03:00:00Z");
    expect(most.windows).to.deep.equal(["leap", "c"]);
  });

  it("finds an overlap between zones on the nights when only one has changed its clocks", () => {
    const most = mostAtOnce([
      window("paris", "daily 08:00", 1, "Europe/Paris"),
      window("york", "daily 03:00", 1, "America/New_York"),
    ]);
    expect(most.at?.toString()).to.equal("2026-03-08T07:00:00Z");
    expect(most.count).to.equal(2);
  });

  it("counts a daily window of 24 hours once, also on a day of 23", () => {
    expect(mostAtOnce([window("a", "daily 03:00", 24, "Europe/Paris")]).count).to.equal(1);
  });

  it("knows nothing at once without windows", () => {
    expect(mostAtOnce([])).to.deep.equal({ count: 0, at: null, windows: [] });
  });

  it("agrees with counting at every start", () => {
    const windows = fc.array(
      fc.record({
        install: fc.constantFrom(
          "sundays 03:00",
          "daily 22:00",
          "second tuesday 22:00",
          "last sunday 01:30",
          "weekdays 05:00",
          "at(2026-05-03T03:30:00)",
        ),
        hours: fc.integer({ min: 1, max: 24 }),
        zone: fc.constantFrom("UTC", "Europe/Paris", "Asia/Kathmandu"),
      }),
      { minLength: 1, maxLength: 7 },
    );
    fc.assert(
      fc.property(windows, (some) => {
        const all = some.map(({ install, hours, zone }, index) => window(`w${index}`, install, hours, zone));
        const from = Temporal.Instant.from("2026-01-01T00:00:00Z");
        const runs = all.map((each) =>
          [...starts(each.schedule, each.zone, from, from.add({ hours: 24 * 400 }))].map((run) => run.epochMilliseconds),
        );
        const counts = runs
          .flat()
          .map(
            (at) =>
              all.filter((each, place) => runs[place]!.some((run) => run <= at && at < run + each.durationHours * 3_600_000))
                .length,
          );
        const most = mostAtOnce(all);
        expect(most.count).to.be.at.least(Math.max(...counts));
        const busiest = most.at!;
        const open = all.filter(
          (each) =>
            [
              ...starts(
                each.schedule,
                each.zone,
                busiest.subtract({ hours: each.durationHours }).add({ seconds: 1 }),
                busiest.add({ seconds: 1 }),
              ),
            ].length > 0,
        );
        expect(open.map((each) => each.key)).to.deep.equal(most.windows);
        expect(open.length).to.equal(most.count);
      }),
      { numRuns: 40 },
    );
  });
});
