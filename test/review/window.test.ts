import { expect } from "chai";
import { decide, NO_CHANGES } from "../../fleet/plan";
import { nextFreeStart, windowFor } from "../../review/window";
import { AS_OF, TWO_ACCOUNTS, twoAccounts } from "../support/two-accounts";

const GROUP = { name: "database", ring: "prod", approvedHours: { durationHours: 6, cutoffHours: 1 } };
const NOTHING = { asOf: AS_OF, urgent: false, asked: undefined };
const planOf = (freezes: readonly object[] = [], rings: readonly object[] = TWO_ACCOUNTS.rings) =>
  decide(twoAccounts({ freezes, rings } as never), NO_CHANGES, AS_OF);
const EVERY_FREEZE = { name: "quiet", from: "2026-11-27", to: "2026-12-01", zone: "UTC" };

describe("the window of a draft", () => {
  it("is the next start of the ring, a day or more ahead", () => {
    expect(windowFor(planOf(), GROUP, NOTHING).at).to.equal("2026-11-29T01:00:00Z");
    expect(windowFor(planOf(), GROUP, { ...NOTHING, asOf: "2026-11-28T00:59:59Z" }).at).to.equal("2026-11-29T01:00:00Z");
    expect(windowFor(planOf(), GROUP, { ...NOTHING, asOf: "2026-11-28T01:00:01Z" }).at).to.equal("2026-12-06T01:00:00Z");
  });

  it("lies in no freeze, of its own ring or of the ring that it follows", () => {
    // The freeze also holds the ring before on the first of December, so the Sunday after it waits too.
    expect(windowFor(planOf([EVERY_FREEZE]), GROUP, NOTHING).at).to.equal("2026-12-13T01:00:00Z");
    const before = { name: "quiet", from: "2026-11-24", to: "2026-11-25", zone: "UTC", rings: ["nonprod"] };
    expect(windowFor(planOf([before]), GROUP, NOTHING).at).to.equal("2026-12-06T01:00:00Z");
  });

  it("is as asked, as long as it is an hour ahead and nothing holds it", () => {
    const asked = (at: string, urgent = false) => windowFor(planOf([EVERY_FREEZE]), GROUP, { asOf: AS_OF, urgent, asked: at });
    expect(asked("2026-11-25T20:00:00Z")).to.deep.equal({
      at: "2026-11-25T20:00:00Z",
      ends: "2026-11-26T02:00:00Z",
      expires: "2026-11-27T02:00:00Z",
      durationHours: 6,
      cutoffHours: 1,
    });
    expect(() => asked("2026-11-21T08:59:59Z")).to.throw(/^--window 2026-11-21T08:59:59Z is not an hour after /u);
    expect(() => asked("2026-11-28T02:00:00Z")).to.throw(
      "--window 2026-11-28T02:00:00Z would be held: freeze quiet until 2026-12-02 00:00 UTC; name another",
    );
    expect(() => asked("2026-11-28T02:00:00Z", true)).to.throw(/would be held: freeze quiet/u);
  });

  it("is the next free hour where it is urgent, and crosses a freeze that allows that", () => {
    const urgent = (freezes: readonly object[]) => windowFor(planOf(freezes), GROUP, { ...NOTHING, urgent: true }).at;
    const now = { name: "now", from: "2026-11-21", to: "2026-11-22", zone: "UTC" };
    expect(urgent([])).to.equal("2026-11-21T12:00:00Z");
    expect(urgent([now])).to.equal("2026-11-23T00:00:00Z");
    expect(urgent([{ ...now, urgent: "allowed" }])).to.equal("2026-11-21T12:00:00Z");
    expect(urgent([{ ...now, urgent: "allowed" }, now])).to.equal("2026-11-23T00:00:00Z");
  });

  it("rejects a ring that never has a free start", () => {
    const always = { name: "always", from: "2026-01-01", to: "2028-12-31", zone: "UTC" };
    expect(() => windowFor(planOf([always]), GROUP, NOTHING)).to.throw(
      "ring prod of database has no free start within a year after 2026-11-21T08:00:00Z: name a window with --window",
    );
    expect(nextFreeStart(planOf(), "none", Date.parse(AS_OF))).to.equal(null);
  });

  it("keeps out of a freeze by its own length, which may be more than that of the ring's windows", () => {
    const soon = { name: "soon", from: "2026-11-29T20:00", to: "2026-11-30", zone: "UTC" };
    const long = { ...GROUP, approvedHours: { durationHours: 20, cutoffHours: 1 } };
    expect(windowFor(planOf([soon]), GROUP, NOTHING).at).to.equal("2026-11-29T01:00:00Z");
    expect(windowFor(planOf([soon]), long, NOTHING).at).to.equal("2026-12-06T01:00:00Z");
  });
});
