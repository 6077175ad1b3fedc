import { expect } from "chai";
import type { CalendarEntry } from "../../../fleet/calendar";
import type { Plan } from "../../../fleet/plan";
import { nextRuns, renderCalendar } from "../../../preview/render/calendar";
import { paint } from "../../../preview/render/paint";
import { readFleet } from "../../../stacks/read-fleet";

const plan = (): Plan => {
  const opened = readFleet("examples/reference/fleet.yaml", "2026-11-21T08:00:00Z");
  if ("problems" in opened) {
    throw new Error(JSON.stringify(opened.problems));
  }
  return opened.plan;
};

const install = (starts: string, ends: string, more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  ring: "prod",
  group: "prod-auto",
  account: "prod",
  region: "eu-west-1",
  starts,
  ends,
  operation: "install",
  held: null,
  awaits: null,
  approval: null,
  ...more,
});

describe("renderCalendar", () => {
  it("shows a run in its window's zone and in UTC, in summer and winter time", () => {
    expect(
      renderCalendar(
        plan(),
        [install("2026-10-18T00:00:00Z", "2026-10-18T04:00:00Z"), install("2026-11-22T01:00:00Z", "2026-11-22T05:00:00Z")],
        paint(false),
      ),
    ).to.equal(
      [
        "Sun 2026-10-18 02:00-06:00  Europe/Paris  Sun 00:00 UTC  prod eu-west-1  prod: prod-auto",
        "Sun 2026-11-22 02:00-06:00  Europe/Paris  Sun 01:00 UTC  prod eu-west-1  prod: prod-auto",
      ].join("\n"),
    );
  });

  it("shows groups and places that run together once, and why a run is held", () => {
    const [starts, ends] = ["2026-11-29T01:00:00Z", "2026-11-29T05:00:00Z"];
    const held = "freeze month-end until 2026-12-01 00:00 Europe/Paris";
    const together = ["prod-auto", "jump-log"].flatMap((group) =>
      ["eu-west-1", "us-east-1"].map((region) => install(starts, ends, { group, region, held })),
    );
    const scan = { ring: null, group: null, operation: "scan" as const };
    expect(renderCalendar(plan(), [...together, install(starts, "2026-11-29T02:00:00Z", scan)], paint(false))).to.equal(
      [
        "Sun 2026-11-29 02:00-06:00  Europe/Paris  Sun 01:00 UTC  2 places        prod: prod-auto, jump-log",
        "  held  freeze month-end until 2026-12-01 00:00 Europe/Paris",
        "Sun 2026-11-29 01:00-02:00  UTC                          prod eu-west-1  scan: every server",
      ].join("\n"),
    );
  });

  it("says so when nothing runs", () => {
    expect(renderCalendar(plan(), [], paint(false))).to.equal("nothing runs in this time");
  });
});

describe("nextRuns", () => {
  it("keeps the first runs of each ring and of the scan, with all the groups that start with them", () => {
    const at = (day: number, more: Partial<CalendarEntry> = {}) =>
      install(`2026-11-0${day}T01:00:00Z`, `2026-11-0${day}T02:00:00Z`, more);
    const runs = [
      at(1),
      at(1, { group: "jump-log" }),
      at(2),
      at(3),
      at(3, { ring: null, group: null }),
      at(4, { ring: null, group: null }),
    ];
    expect(nextRuns(runs, 1)).to.deep.equal([runs[0], runs[1], runs[4]]);
    expect(nextRuns(runs, 2)).to.deep.equal([runs[0], runs[1], runs[2], runs[4], runs[5]]);
  });
});
