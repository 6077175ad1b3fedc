import { expect } from "chai";
import { Cron } from "croner";
import fc from "fast-check";
import { readSchedule } from "fleet-patching-policy/schedule/expression";
import { startsBetween } from "fleet-patching-policy/schedule/occurrences";
import { instantOf, isZone } from "fleet-patching-policy/schedule/zone";

const starts = (schedule: string, zone: string, from: string, to: string, offset = 0) =>
  startsBetween({ schedule: readSchedule(schedule), zone, offset }, Date.parse(from), Date.parse(to)).map((start) =>
    new Date(start).toISOString(),
  );

describe("the starts of a window", () => {
  it("follow the zone's clocks", () => {
    expect(starts("cron(0 2 ? * SUN *)", "Europe/Paris", "2026-10-18T00:00:00Z", "2026-11-02T00:00:00Z")).to.deep.equal([
      "2026-10-18T00:00:00.000Z",
      "2026-10-25T00:00:00.000Z",
      "2026-11-01T01:00:00.000Z",
    ]);
  });

  it("come after a jump of the clocks, and at the first of two", () => {
    expect(starts("cron(30 2 29 3 ? 2026)", "Europe/Paris", "2026-03-28T00:00:00Z", "2026-03-30T00:00:00Z")).to.deep.equal([
      "2026-03-29T01:30:00.000Z",
    ]);
    expect(starts("cron(30 2 25 10 ? 2026)", "Europe/Paris", "2026-10-24T00:00:00Z", "2026-10-26T00:00:00Z")).to.deep.equal([
      "2026-10-25T00:30:00.000Z",
    ]);
  });

  it("come days after the named one, also over the end of a month", () => {
    expect(starts("cron(0 3 ? * TUE#2 *)", "UTC", "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z", 5)).to.deep.equal([
      "2026-11-15T03:00:00.000Z",
    ]);
    expect(starts("cron(0 3 L * ? *)", "UTC", "2026-11-01T00:00:00Z", "2026-12-02T00:00:00Z", 1)).to.deep.equal([
      "2026-11-01T03:00:00.000Z",
      "2026-12-01T03:00:00.000Z",
    ]);
  });

  it("come once for a one-off schedule", () => {
    expect(starts("at(2026-12-01T02:00:00)", "UTC", "2026-11-01T00:00:00Z", "2027-01-01T00:00:00Z")).to.deep.equal([
      "2026-12-01T02:00:00.000Z",
    ]);
    expect(starts("at(2026-12-01T02:00:00)", "UTC", "2026-12-01T02:00:01Z", "2027-01-01T00:00:00Z")).to.deep.equal([]);
  });

  it("keep the first instant and leave the last", () => {
    expect(starts("cron(0 0 * * ? *)", "UTC", "2026-11-01T00:00:00Z", "2026-11-03T00:00:00Z")).to.deep.equal([
      "2026-11-01T00:00:00.000Z",
      "2026-11-02T00:00:00.000Z",
    ]);
  });

  it("cannot be told of a rate or of what is no schedule", () => {
    expect(starts("rate(1 day)", "UTC", "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z")).to.deep.equal([]);
    expect(starts("weekly", "UTC", "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z")).to.deep.equal([]);
  });

  for (const [field, days] of [
    ["1W", [3]],
    ["15W", [14]],
    ["16W", [17]],
    ["31W", []],
  ] as const) {
    it(`fall on the weekday nearest the day for ${field}`, () => {
      // August 2026 begins on a Saturday; 15 and 16 are a Saturday and a Sunday.
      const month = field === "31W" ? "9" : "8";
      expect(
        starts(`cron(0 0 ${field} ${month} ? 2026)`, "UTC", "2026-08-01T00:00:00Z", "2026-10-01T00:00:00Z").map((start) =>
          Number(start.slice(8, 10)),
        ),
      ).to.deep.equal([...days]);
    });
  }

  it("do not leave the month for the weekday nearest its last day", () => {
    // 31 May 2026 is a Sunday.
    expect(starts("cron(0 0 31W 5 ? 2026)", "UTC", "2026-05-01T00:00:00Z", "2026-07-01T00:00:00Z")).to.deep.equal([
      "2026-05-29T00:00:00.000Z",
    ]);
  });

  it("agree with croner, whose weekdays are translated", () => {
    const weekday = fc.integer({ min: 1, max: 7 });
    const days = fc.oneof(
      weekday.map((day) => [`? * ${day}`, `* * ${day - 1}`]),
      fc.tuple(weekday, fc.integer({ min: 1, max: 5 })).map(([day, nth]) => [`? * ${day}#${nth}`, `* * ${day - 1}#${nth}`]),
      weekday.map((day) => [`? * ${day}L`, `* * ${day - 1}#L`]),
      fc.integer({ min: 1, max: 31 }).map((day) => [`${day} * ?`, `${day} * *`]),
      fc.constant(["L * ?", "L * *"]),
      fc
        .tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 16, max: 28 }))
        .map(([a, b]) => [`${a}-${b} 1,6 ?`, `${a}-${b} 1,6 *`]),
    );
    const zone = fc.constantFrom("UTC", "Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe");
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 4, max: 22 }),
        fc.integer({ min: 0, max: 59 }),
        zone,
        ([aws, other], hour, minute, timezone) => {
          const from = Date.parse("2026-11-01T00:00:00Z");
          const to = Date.parse("2028-03-15T00:00:00Z");
          const ours = startsBetween(
            { schedule: readSchedule(`cron(${minute} ${hour} ${aws} *)`), zone: timezone, offset: 0 },
            from,
            to,
          );
          const theirs: number[] = [];
          const job = new Cron(`${minute} ${hour} ${other}`, { timezone, legacyMode: false });
          for (let next = job.nextRun(new Date(from - 1)); next !== null && next.getTime() < to; next = job.nextRun(next))
            theirs.push(next.getTime());
          expect(ours, `${aws} ${timezone}`).to.deep.equal(theirs);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("zones", () => {
  for (const zone of ["UTC", "GMT", "Europe/Paris", "America/Argentina/Buenos_Aires", "Asia/Calcutta", "Etc/UTC"])
    it(`are ${zone}`, () => expect(isZone(zone)).to.equal(true));
  for (const zone of ["", "PST", "EST5EDT", "+01:00", "Europe", "Europe/Atlantis", "Paris", "utc"])
    it(`reject "${zone}"`, () => expect(isZone(zone)).to.equal(false));

  it("give the instant of a wall clock, as it is read back from the zone", () => {
    const zone = fc.constantFrom("Europe/Paris", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia");
    const wall = fc
      .integer({ min: Date.parse("2025-01-01T00:00:00Z") / 60_000, max: Date.parse("2030-01-01T00:00:00Z") / 60_000 })
      .map((minute) => minute * 60_000);
    fc.assert(
      fc.property(zone, wall, (timeZone, wallClock) => {
        const instant = instantOf(wallClock, timeZone);
        const shown = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" })
          .format(instant)
          .replace(" ", "T");
        // In the hour that clocks leave out, the wall clock does not exist: the instant is the one after the jump.
        const skipped = Date.parse(`${shown}Z`) - wallClock;
        expect([0, 1_800_000, 3_600_000]).to.include(skipped);
      }),
      { numRuns: 2000 },
    );
  });
});
