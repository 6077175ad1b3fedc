import { expect } from "chai";
import type { CalendarEntry } from "../../fleet/calendar";
import { runsCalendar } from "../../fleet/runs-calendar";

const install: CalendarEntry = {
  ring: "prod",
  group: "web",
  account: "prod",
  region: "eu-west-1",
  starts: "2026-11-29T01:00:00Z",
  ends: "2026-11-29T05:00:00Z",
  operation: "install",
  held: null,
  awaits: null,
  approval: null,
};
const scan: CalendarEntry = { ...install, ring: null, group: null, operation: "scan" };

/** The lines of the file, those that AWS's clients fold joined again. */
const lines = (entries: readonly CalendarEntry[]) => runsCalendar(entries).replaceAll("\r\n ", "").split("\r\n");

describe("runsCalendar", () => {
  it("writes one event for the same run in several places", () => {
    const text = lines([install, { ...install, region: "us-east-1" }, scan]);
    expect(text.filter((line) => line === "BEGIN:VEVENT")).to.have.lengthOf(2);
    expect(text).to.include.members([
      "SUMMARY:Install on web (ring prod)",
      "SUMMARY:Scan of every server",
      "DTSTART:20261129T010000Z",
      "DTEND:20261129T050000Z",
      "STATUS:CONFIRMED",
      String.raw`DESCRIPTION:prod eu-west-1\nprod us-east-1`,
    ]);
  });

  it("writes a held run as cancelled, with the reason before the places", () => {
    const text = lines([{ ...install, held: "freeze year-end" }]);
    expect(text).to.include.members([
      "SUMMARY:Held: Install on web (ring prod)",
      "STATUS:CANCELLED",
      String.raw`DESCRIPTION:freeze year-end\nprod eu-west-1`,
    ]);
  });

  it("writes the same text for the same runs: ids and stamps come from the runs, not from the clock", () => {
    expect(runsCalendar([install, scan])).to.equal(runsCalendar([install, scan]));
    const text = lines([install]);
    expect(text).to.include.members(["UID:2026-11-29T01:00:00Z-install-web@fleet-patching", "DTSTAMP:20261129T010000Z"]);
  });

  it("writes a calendar without events where nothing runs", () => {
    expect(lines([])[0]).to.equal("BEGIN:VCALENDAR");
    expect(lines([])).not.to.include("BEGIN:VEVENT");
  });
});
