import { expect } from "chai";
import { readFileSync } from "node:fs";
import path from "node:path";
import { NO_CHANGES } from "../../fleet/changes";
import { parseFleet } from "../../fleet/parse";
import type { Fleet } from "../../fleet/schema/fleet-file";
import { fleetYear, type FleetYear } from "../../simulator/fleet-year";
import type { RunLog } from "../../simulator/group-run";
import type { HeldBy, PictureRow } from "../../simulator/picture";
import { ROOT } from "../support/sources";

const WEEK = 7 * 24 * 3_600_000;
const FROM = Date.parse("2026-11-21T00:00:00Z");
const SEEDS = [1, 2, 3, 4, 5, 6];

function reference(given: Partial<Fleet["rings"][number]>): Fleet {
  const read = parseFleet(readFileSync(path.join(ROOT, "examples/reference/fleet.yaml"), "utf8"), "fleet.yaml");
  if (!("fleet" in read)) throw new Error("the reference fleet is wrong");
  const { fleet } = read;
  return { ...fleet, rings: fleet.rings.map((ring) => (ring.name === "prod" ? { ...ring, ...given } : ring)) };
}

const years = (fleet: Fleet): FleetYear[] => SEEDS.map((seed) => fleetYear(fleet, NO_CHANGES, FROM, 52, seed));

/** What a row's runs of a week said first of why they were held, for each week that is shown as held by this. */
function said(row: PictureRow | undefined, by: HeldBy, of: (at: number) => readonly RunLog[]): string[] {
  return (row?.weeks ?? [])
    .filter(({ heldBy }) => heldBy === by)
    .map(({ starts }) => of(Date.parse(starts)).find(({ result }) => result === "held")?.why ?? "");
}

describe("the picture of a fleet's year", () => {
  it("tells of approvals that had expired when their run began", () => {
    const whys = years(reference({ prove: "calendar" })).flatMap(({ year, rows }) =>
      said(
        rows.find(({ name }) => name === "prod-sensitive"),
        "approval",
        (week) =>
          year.runs.filter(
            ({ kind, group, at }) => kind === "approval" && group === "prod-sensitive" && at >= week && at < week + WEEK,
          ),
      ),
    );
    expect(whys.length).to.be.greaterThan(1);
    for (const why of whys) expect(why).to.match(/^approval expired \d{4}-\d\d-\d\dT\d\d:00:00Z$/u);
  });

  it("tells of alarms that rang when the ring was to be proved", () => {
    const alarms = ["checkout-errors", "checkout-latency"];
    const whys = years(reference({ health: { patched: 95, alarms } })).flatMap(({ year, rows }) =>
      said(
        rows.find(({ name }) => name === "prod"),
        "alarm",
        (week) =>
          year.runs.filter(({ kind, ring, at }) => kind === "standing" && ring === "prod" && at >= week && at < week + WEEK),
      ),
    );
    expect(whys.length).to.be.greaterThan(1);
    for (const why of whys)
      expect(why).to.match(
        /^release \S+\/proved: held: [01] of 2 alarms are quiet: checkout-errors, checkout-latency; without them it was open until /u,
      );
  });
});
