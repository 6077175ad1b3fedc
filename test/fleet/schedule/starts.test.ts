import { expect } from "chai";
import { Cron } from "croner";
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { latestStart, startMillis, starts } from "../../../fleet/schedule/starts";
import { clockChanges } from "../../../fleet/schedule/zone";
import { windowSchedule, zones } from "./fixtures";

function instants(text: string, zone: string, from: string, to: string): string[] {
  return [...starts(windowSchedule(text), zone, Temporal.Instant.from(from), Temporal.Instant.from(to))].map(String);
}

function datesFromAugust(text: string): string[] {
  return instants(text, "UTC", "2026-08-01T00:00:00Z", "2026-12-01T00:00:00Z").map((each) => each.slice(5, 10));
}

/** Croner reads the same fields, once AWS's weekdays 1 to 7 are its 0 to 6 and steps have a range before them. */
function cronerText(fields: { minute: number; hour: number; dom: string; month: string; dow: string }): string {
  const dow = fields.dow.replaceAll(/(?<!#)\d/g, (digit) => String(Number(digit) - 1));
  return `${fields.minute} ${fields.hour} ${fields.dom} ${fields.month} ${dow}`;
}

describe("starts", () => {
  it("gives the runs from the first instant up to but not including the last", () => {
    expect(instants("sundays 03:00", "UTC", "2026-11-22T03:00:00Z", "2026-12-06T03:00:00Z")).to.deep.equal([
      "2026-11-22T03:00:00Z",
      "2026-11-29T03:00:00Z",
    ]);
  });

  it("reads the time in the window's zone, in summer and in winter", () => {
    expect(
      instants("first sunday 03:00", "Europe/Paris", "2026-01-01T00:00:00Z", "2026-09-01T00:00:00Z").slice(2, 5),
    ).to.deep.equal(["2026-03-01T02:00:00Z", "2026-04-05T01:00:00Z", "2026-05-03T01:00:00Z"]);
  });

  it("waits the days after patch Tuesday, even into the next month", () => {
    expect(instants("second tuesday + 3 days 22:00", "UTC", "2026-12-01T00:00:00Z", "2027-02-01T00:00:00Z")).to.deep.equal([
      "2026-12-11T22:00:00Z",
      "2027-01-15T22:00:00Z",
    ]);
    expect(instants("last saturday + 6 days 22:00", "UTC", "2026-12-01T00:00:00Z", "2027-01-10T00:00:00Z")).to.deep.equal([
      "2026-12-04T22:00:00Z",
      "2027-01-01T22:00:00Z",
    ]);
  });

  it("reads at() in UTC whatever the zone", () => {
    expect(instants("at(2026-12-01T03:00:00)", "Asia/Tokyo", "2026-12-01T03:00:00Z", "2026-12-01T03:00:01Z")).to.deep.equal([
      "2026-12-01T03:00:00Z",
    ]);
  });

  it("starts at the end of the jump when the clocks jump over the time", () => {
    expect(instants("daily 02:30", "Europe/Paris", "2027-03-27T12:00:00Z", "2027-03-29T12:00:00Z")).to.deep.equal([
      "2027-03-28T01:00:00Z",
      "2027-03-29T00:30:00Z",
    ]);
  });

  it("starts once, at the first, when the clocks show the time twice", () => {
    expect(instants("daily 02:30", "Europe/Paris", "2026-10-24T12:00:00Z", "2026-10-26T12:00:00Z")).to.deep.equal([
      "2026-10-25T00:30:00Z",
      "2026-10-26T01:30:00Z",
    ]);
  });

  it("starts on the next date when the clocks jump over midnight, and still once for each", () => {
    // Croner leaves such a run out.
    expect(instants("daily 23:30", "America/Nuuk", "2027-03-27T00:00:00Z", "2027-03-30T00:00:00Z")).to.deep.equal([
      "2027-03-27T01:30:00Z",
      "2027-03-28T01:00:00Z",
      "2027-03-29T00:30:00Z",
    ]);
  });

  it("has no run on a date that a zone left out", () => {
    expect(instants("daily 02:00", "Pacific/Apia", "2011-12-29T00:00:00Z", "2012-01-01T00:00:00Z")).to.deep.equal([
      "2011-12-29T12:00:00Z",
      "2011-12-30T12:00:00Z",
      "2011-12-31T12:00:00Z",
    ]);
  });

  it("chooses the weekday nearest a day without leaving its month", () => {
    expect(datesFromAugust("cron(0 0 1W * ? *)")).to.deep.equal(["08-03", "09-01", "10-01", "11-02"]);
    expect(datesFromAugust("cron(0 0 31W * ? *)")).to.deep.equal(["08-31", "10-30"]);
    expect(datesFromAugust("cron(0 0 15W * ? *)")).to.deep.equal(["08-14", "09-15", "10-15", "11-16"]);
  });

  it("keeps to the years that the expression names", () => {
    expect(instants("cron(0 3 1 1 ? 2026/2)", "UTC", "2025-01-01T00:00:00Z", "2031-01-01T00:00:00Z")).to.deep.equal([
      "2026-01-01T03:00:00Z",
      "2028-01-01T03:00:00Z",
      "2030-01-01T03:00:00Z",
    ]);
  });

  it("has exactly one run for each date in every zone, whatever the clocks do", () => {
    const from = Temporal.PlainDate.from("2024-01-01");
    const to = Temporal.PlainDate.from("2032-01-01");
    for (const zone of zones) {
      const minute = (zone.length % 8) * 30 + 1;
      const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
      const begin = from.toZonedDateTime(zone).epochMilliseconds;
      const end = to.toZonedDateTime(zone).epochMilliseconds;
      const runs = [...startMillis(windowSchedule(`daily ${time.toString().slice(0, 5)}`), zone, begin, end)];
      expect(runs.length, zone).to.equal(from.until(to).days);
      for (const { at } of clockChanges(zone, begin, end)) {
        const near = runs
          .filter((run) => Math.abs(run - at) < 72 * 3_600_000)
          .map((run) => Temporal.Instant.fromEpochMilliseconds(run).toZonedDateTimeISO(zone));
        const dates = near.map((run) => run.toPlainDate().toString());
        expect(new Set(dates).size, `${zone} ${dates.join(" ")}`).to.equal(near.length);
        const moved = near.filter((run) => !run.toPlainTime().equals(time)).map((run) => run.epochMilliseconds);
        expect(
          moved.filter((run) => run !== at),
          zone,
        ).to.deep.equal([]);
      }
    }
  });

  it("agrees with croner on the instants, whatever days a schedule names", () => {
    const weekday = fc.constantFrom("1", "2", "3", "4", "5", "6", "7");
    const days = fc.oneof(
      fc.constantFrom("L", "1", "31", "1,15", "1-7", "15W", "*", "*/5").map((dom) => ({ dom, dow: "?" })),
      fc
        .oneof(
          weekday,
          fc.tuple(weekday, fc.integer({ min: 1, max: 5 })).map(([day, nth]) => `${day}#${nth}`),
          weekday.map((day) => `${day}L`),
          fc.constantFrom("*", "2-6", "1,4"),
        )
        .map((dow) => ({ dom: "?", dow })),
    );
    const zone = fc.constantFrom(
      "UTC",
      "Europe/Paris",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Kolkata",
      "America/Santiago",
      "Africa/Cairo",
      "Asia/Beirut",
    );
    fc.assert(
      fc.property(
        days,
        fc.constantFrom("*", "1", "2,8", "6-9"),
        fc.nat(23),
        fc.nat(59),
        zone,
        fc.integer({ min: 2024, max: 2040 }),
        (day, month, hour, minute, timezone, year) => {
          const schedule = windowSchedule(`cron(${minute} ${hour} ${day.dom} ${month} ${day.dow} *)`);
          const from = Temporal.Instant.from(`${year}-01-01T00:00:00Z`);
          const to = from.add({ hours: 24 * 366 });
          const cron = new Cron(cronerText({ minute, hour, month, ...day }), { timezone, paused: true });
          const theirs = cron
            .nextRuns(400, new Date(from.epochMilliseconds - 1))
            .map(Number)
            .filter((each) => each < to.epochMilliseconds && each >= from.epochMilliseconds);
          expect([...starts(schedule, timezone, from, to)].map((each) => each.epochMilliseconds)).to.deep.equal(theirs);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("gives the same runs however the time is cut", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("last saturday + 6 days 23:00", "daily 00:15", "second tuesday 02:30"),
        fc.integer({ min: 1, max: 700 }),
        (text, day) => {
          const from = Temporal.Instant.from("2026-01-01T00:00:00Z");
          const cut = from.add({ hours: day * 24 + 2 });
          const to = from.add({ hours: 24 * 731 });
          const schedule = windowSchedule(text);
          const whole = [...starts(schedule, "Pacific/Auckland", from, to)].map(String);
          const parts = [
            ...starts(schedule, "Pacific/Auckland", from, cut),
            ...starts(schedule, "Pacific/Auckland", cut, to),
          ].map(String);
          expect(parts).to.deep.equal(whole);
        },
      ),
    );
  });
});

describe("latestStart", () => {
  it("looks back as far as it must", () => {
    const at = Date.UTC(2027, 0, 1);
    expect(latestStart(windowSchedule("sundays 03:00"), "UTC", at)).to.equal(Date.UTC(2026, 11, 27, 3));
    expect(latestStart(windowSchedule("cron(0 3 29 2 ? *)"), "UTC", at)).to.equal(Date.UTC(2024, 1, 29, 3));
    expect(latestStart(windowSchedule("sundays 03:00"), "UTC", Date.UTC(2026, 11, 27, 3))).to.equal(Date.UTC(2026, 11, 27, 3));
  });

  it("finds nothing before the first year that is named or before a single run", () => {
    expect(latestStart(windowSchedule("cron(0 3 1 1 ? 2028-2030)"), "UTC", Date.UTC(2027, 0, 1))).to.equal(null);
    expect(latestStart(windowSchedule("at(2027-01-01T00:00:01)"), "UTC", Date.UTC(2027, 0, 1))).to.equal(null);
  });
});
