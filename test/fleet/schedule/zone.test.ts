import { expect } from "chai";
import { Temporal } from "temporal-polyfill";
import { clockChanges, instantToWall, isZone, wallToInstant } from "../../../fleet/schedule/zone";
import { zones } from "./fixtures";

describe("isZone", () => {
  it("takes every canonical IANA name and the links that people write", () => {
    const links = [
      "UTC",
      "GMT",
      "Etc/UTC",
      "Etc/GMT+5",
      "US/Eastern",
      "Europe/Kyiv",
      "Asia/Kolkata",
      "America/Argentina/Buenos_Aires",
      "Japan",
      "CET",
      "W-SU",
    ];
    expect([...zones, ...links].filter((zone) => !isZone(zone))).to.deep.equal([]);
  });

  for (const name of [
    "PST",
    "IST",
    "AST",
    "BST",
    "europe/paris",
    "Europe/paris",
    "Paris",
    "+01:00",
    "SystemV/PST8",
    "Etc/Unknown",
    "",
    "Europe/Atlantis",
    "Europe/Paris ",
  ]) {
    it(`rejects "${name}"`, () => expect(isZone(name)).to.equal(false));
  }
});

describe("wallToInstant", () => {
  it("agrees with Temporal on every hour of the days around each change of the clocks, outside the jumps", () => {
    for (const zone of zones) {
      for (const { at } of clockChanges(zone, Date.UTC(2026, 0, 1), Date.UTC(2029, 0, 1))) {
        for (let hour = -30; hour <= 30; hour += 0.5) {
          const wall = Math.floor(instantToWall(zone, at) / 1_800_000 + hour * 2) * 1_800_000;
          const plain = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO("UTC").toPlainDateTime();
          const earlier = plain.toZonedDateTime(zone, { disambiguation: "earlier" }).epochMilliseconds;
          const later = plain.toZonedDateTime(zone, { disambiguation: "later" }).epochMilliseconds;
          const jumped = instantToWall(zone, earlier) !== wall;
          // Temporal moves a time in a jump by the jump's length; a run starts at its end instead.
          expect(wallToInstant(zone, wall), `${zone} ${plain.toString()}`).to.equal(jumped ? at : earlier);
          if (!jumped) expect(instantToWall(zone, later)).to.equal(wall);
        }
      }
    }
  });
});
