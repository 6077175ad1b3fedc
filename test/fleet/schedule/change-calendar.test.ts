import { expect } from "chai";
import * as fc from "fast-check";
import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { changeCalendar } from "../../../fleet/schedule/change-calendar";
import type { ClosedEvent } from "../../../fleet/schedule/closed-event";
import type { RecurringFreeze } from "../../../fleet/schedule/freeze";
import { closedPeriods } from "../../../fleet/schedule/freeze-periods";
import { recurringEvents } from "../../../fleet/schedule/recurring-events";
import { clockChanges } from "../../../fleet/schedule/zone";
import { joined, readCalendar } from "./calendar-reader";
import { freeze, zones } from "./fixtures";

const once: ClosedEvent = {
  kind: "once",
  summary: "freeze year-end: 2026-12-15 to 2027-01-04, Europe/Paris",
  from: Temporal.Instant.from("2026-12-14T19:10:00Z"),
  to: Temporal.Instant.from("2027-01-04T23:00:00Z"),
};

function textOf(events: readonly ClosedEvent[], description = "Freezes of ring dev"): string {
  const written = changeCalendar({ description, events });
  if (!written.ok) throw new Error(JSON.stringify(written.findings));
  return written.value;
}

function recurring(every: string, zone: string): RecurringFreeze {
  const read = freeze({ name: "again", zone, every });
  if (read.kind === "once") throw new Error(every);
  return read;
}

function instantText(at: Temporal.Instant | number): string {
  return (typeof at === "number" ? Temporal.Instant.fromEpochMilliseconds(at) : at).toString();
}

function told({ from, to }: { readonly from: Temporal.Instant | number; readonly to: Temporal.Instant | number }): string {
  return `${instantText(from)} ${instantText(to)}`;
}

const often = [
  "last 3 days of each month",
  "last day of each month",
  "first 2 days of each month",
  "first 25 days of each month",
  "last 25 days of each month",
  "fridays to sundays",
  "sundays",
  "saturdays to thursdays",
  "12-20 to 01-03 each year",
  "02-10 to 02-28 each year",
  "02-20 to 03-05 each year",
  "03-01 to 03-01 each year",
  "11-30 to 03-01 each year",
];

describe("changeCalendar", () => {
  it("writes one freeze as AWS's own calendars are written", () => {
    expect(textOf([once]).split("\r\n")).to.deep.equal([
      "BEGIN:VCALENDAR",
      "PRODID:-//AWS//Change Calendar 1.0//EN",
      "VERSION:2.0",
      "X-CALENDAR-TYPE:DEFAULT_OPEN",
      "X-WR-CALDESC:Freezes of ring dev",
      "BEGIN:VEVENT",
      "UID:7c9e34b49c002db0550297d70b7a62b7",
      "DTSTAMP:20260101T000000Z",
      "DTSTART:20261214T191000Z",
      "DTEND:20270104T230000Z",
      String.raw`SUMMARY:freeze year-end: 2026-12-15 to 2027-01-04\, Europe/Paris`,
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("writes a freeze that comes again as rules in its zone, with the zone's clocks", () => {
    const lines = textOf(recurringEvents(recurring("last 3 days of each month", "Europe/Paris"), 4 * 3_600_000, "freeze")).split(
      "\r\n",
    );
    expect(lines.filter((line) => /^(DTSTART;|DTEND;|RRULE|TZID)/.test(line))).to.deep.equal([
      "TZID:Europe/Paris",
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
      "DTSTART;TZID=Europe/Paris:20260128T200000",
      "DTEND;TZID=Europe/Paris:20260131T140000",
      "RRULE:FREQ=MONTHLY;BYMONTHDAY=-4",
      "DTSTART;TZID=Europe/Paris:20260131T120000",
      "DTEND;TZID=Europe/Paris:20260201T000000",
      "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1",
    ]);
  });

  it("holds an entry when there is nothing to hold, as AWS's own empty calendars do", () => {
    expect(new ICAL.Component(ICAL.parse(textOf([]))).getAllSubcomponents().map((each) => each.name)).to.deep.equal(["vtodo"]);
  });

  it("writes events that are the same once, and gives each other one an identifier of its own", () => {
    const later = { ...once, to: once.to.add({ hours: 1 }) };
    const ids = textOf([once, once, later]).match(/^UID:.*$/gm);
    expect(ids?.length).to.equal(2);
    expect(new Set(ids).size).to.equal(2);
  });

  it("folds lines at 75 octets inside no character, and any text reads back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 }), (text) => {
        const said = `x${text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, " ")}x`;
        const written = textOf([{ ...once, summary: said }], said);
        for (const line of written.split("\r\n")) expect(Buffer.byteLength(line)).to.be.at.most(75);
        const read = new ICAL.Component(ICAL.parse(written));
        expect(read.getFirstPropertyValue("x-wr-caldesc")).to.equal(said.replaceAll(/[\\;,]/g, String.raw`\$&`));
        expect(read.getFirstSubcomponent("vevent")?.getFirstPropertyValue("summary")).to.equal(said);
      }),
    );
  });

  it("rejects more than the 64 KB that AWS takes", () => {
    const events = Array.from({ length: 400 }, (_, index) => ({ ...once, to: once.to.add({ hours: index }) }));
    const written = changeCalendar({ description: "too many", events });
    expect(written.ok).to.equal(false);
    expect(changeCalendar({ description: "many", events: events.slice(0, 300) }).ok).to.equal(true);
  });

  it("reads back as the times in which the freeze holds, in every zone, over a leap year", () => {
    const until = Date.UTC(2028, 6, 1);
    for (const every of often) {
      const text = textOf(recurringEvents(recurring(every, "UTC"), 0, "freeze"));
      for (const zone of zones.filter((_, index) => index % 7 === often.indexOf(every) % 7)) {
        const begin = Temporal.Instant.from("2026-02-05T00:00Z");
        const expected = closedPeriods(recurring(every, zone), begin, Temporal.Instant.fromEpochMilliseconds(until)).map(told);
        const wall = joined(readCalendar(text, "wall", until, zone)).map(told);
        // The last one is cut off by the time that is looked at.
        expect(wall.slice(-expected.length, -1), `${every} ${zone}`).to.deep.equal(expected.slice(0, -1));
        const changesLate = clockChanges(zone, Date.UTC(2026, 0, 1), until).some(
          ({ at, before }) => new Date(at + before).getUTCHours() >= 12,
        );
        if (changesLate) continue;
        const exact = joined(readCalendar(text, "exact", until, zone)).map(told);
        expect(exact.slice(0, -1), `${every} ${zone}`).to.deep.equal(wall.slice(0, -1));
      }
    }
  });

  it("defines each zone's clocks as Temporal knows them", () => {
    for (const zone of [
      "Europe/Paris",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Kolkata",
      "Africa/Casablanca",
      "Asia/Jerusalem",
      "America/Santiago",
      "America/Nuuk",
      "Pacific/Auckland",
      "Europe/Dublin",
    ]) {
      const text = textOf(recurringEvents(recurring("sundays", zone), 0, "freeze"));
      const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vtimezone");
      if (component === null) throw new Error(zone);
      const timezone = new ICAL.Timezone(component);
      for (let day = 0; day < 365 * 12; day += 1) {
        const local = Temporal.PlainDateTime.from("2026-01-05T12:30").add({ days: day });
        const { year, month, hour, minute } = local;
        const theirs = timezone.utcOffset(
          new ICAL.Time({ year, month, day: local.day, hour, minute, second: 0, isDate: false }, timezone),
        );
        expect(theirs, `${zone} ${local.toString()}`).to.equal(local.toZonedDateTime(zone).offsetNanoseconds / 1e9);
      }
    }
  });
});
