import { expect } from "chai";
import { planRings } from "../../../fleet/plan/ring";
import { oneAccount, twoAccounts, TWO_ACCOUNTS } from "../../support/two-accounts";

describe("the rings of a plan", () => {
  it("stand in the order of the file, each with its windows, its release and what it follows", () => {
    const [nonprod, prod] = planRings(twoAccounts());
    expect(nonprod).to.deep.include({ name: "nonprod", after: null, soakHours: 0, prove: null, held: null });
    expect(prod).to.deep.include({ name: "prod", after: "nonprod", soakHours: 72, prove: "evidence", held: null });
    expect(prod?.windows).to.deep.equal([
      {
        key: "prod",
        groups: ["application"],
        expression: "cron(0 2 ? * SUN *)",
        offsetDays: 0,
        zone: "Europe/Paris",
        words: "every Sunday at 02:00 Europe/Paris",
        description: "every Sunday at 02:00 Europe/Paris",
        durationHours: 6,
        cutoffHours: 1,
        endsAt: null,
      },
      {
        key: "prod-files",
        groups: ["files"],
        expression: "cron(30 21 ? * SAT#2 *)",
        offsetDays: 1,
        zone: "America/New_York",
        words: "on the second Saturday + 1 day of each month at 21:30 America/New_York",
        description: "on the second Saturday + 1 day of each month at 21:30 America/New_York",
        durationHours: 5,
        cutoffHours: 0,
        endsAt: null,
      },
    ]);
    expect(prod?.release.declared.name).to.equal("/fleet/rings/prod/declared");
  });

  it("have a zone only where the schedule has none of its own: at(…) is UTC", () => {
    const once = oneAccount({ rings: [{ name: "dev", install: "at(2027-01-09T03:00:00)", zone: "Europe/Paris" }] });
    const [window] = planRings(once)[0]!.windows;
    expect([window?.expression, window?.zone, window?.offsetDays]).to.deep.equal(["at(2027-01-09T03:00:00)", null, 0]);
  });

  it("describe a window in no more words than AWS takes", () => {
    const install = "cron(0 3 ? JAN,MAR,MAY,JUL,SEP,NOV MON,TUE,THU,FRI,SAT *)";
    const [window] = planRings(oneAccount({ rings: [{ name: "dev", install, zone: "America/New_York" }] }))[0]!.windows;
    expect(window?.words).to.have.lengthOf(131);
    expect(window?.description)
      .to.have.lengthOf(128)
      .and.match(/^every Monday, .*\.\.\.$/u);
  });

  it("say who holds them, until when and why", () => {
    const [first, second] = TWO_ACCOUNTS.rings;
    const held = twoAccounts({ rings: [{ ...first, hold: { why: "audit", owner: "platform", until: "2026-12-24" } }, second] });
    expect(planRings(held).map((ring) => ring.held)).to.deep.equal([
      "held until 2026-12-24 by platform: audit",
      "held behind ring nonprod, held until 2026-12-24 by platform: audit",
    ]);
  });

  it("have a calendar that is open by default and closed in their own freezes", () => {
    const freezes = [{ name: "audit", from: "2027-02-01", to: "2027-02-02", zone: "UTC", rings: ["prod"] }];
    const [nonprod, prod] = planRings(twoAccounts({ freezes })).map((ring) => ring.calendar);
    for (const text of [nonprod, prod])
      expect(text)
        .to.match(/^BEGIN:VCALENDAR\r\n/u)
        .and.to.include("X-CALENDAR-TYPE:DEFAULT_OPEN\r\n");
    expect(nonprod).not.to.include("BEGIN:VEVENT");
    // It begins earlier by the ring's longest window, six hours, less the grace that a gate needs.
    expect(prod).to.include("BEGIN:VEVENT").and.to.include("SUMMARY:freeze audit").and.to.include("20270131T18");
  });
});
