import { expect } from "chai";
import { untoldWindows, windowNotices } from "../../../fleet/plan/window-notices";
import { oneAccount, ONE_ACCOUNT, twoAccounts, TWO_ACCOUNTS } from "../../support/two-accounts";

const NOTIFY = { mail: ["ana@example.com"] };

describe("the notices before windows", () => {
  it("go out a day before, in the window's zone, and say who, when, where and how to hold it", () => {
    const [nonprod] = windowNotices(twoAccounts({ notify: NOTIFY }));
    const { detail, ...rest } = nonprod!;
    expect(rest).to.deep.equal({
      key: "nonprod",
      name: "fleet-notice-nonprod",
      description: "Tells of window nonprod before it opens",
      expression: "cron(0 22 ? * MON *)",
      zone: "Europe/Paris",
      source: "fleet.patching",
      type: "Window ahead",
    });
    expect(JSON.parse(detail)).to.deep.equal({
      contacts: "*",
      who: "group nonprod",
      when: "When: every Tuesday at 22:00 Europe/Paris, for 4 hours at most, if neither a freeze nor a hold stops it.",
      where: "Where: nonprod/eu-west-1.",
      hold: "To hold it: write hold (why, owner, until) on ring nonprod in the fleet file, and apply central before it begins.",
    });
  });

  it("go to a group's own contacts about that group, and to the fleet's about the others", () => {
    const group = { ring: "dev", baselines: ["ubuntu"], concurrency: 10 };
    const groups = { a: group, b: { ...group, notify: NOTIFY }, c: group };
    const told = windowNotices(oneAccount({ notify: NOTIFY, groups }));
    expect(told.map(({ key, name, detail }) => [key, name, JSON.parse(detail).contacts, JSON.parse(detail).who])).to.deep.equal([
      ["dev", "fleet-notice-dev", "*", "groups a, c"],
      ["dev/b", "fleet-notice-dev-b", "b", "group b"],
    ]);
  });

  it("count groups and places that are too many to read", () => {
    const group = { ring: "dev", baselines: ["ubuntu"], concurrency: 10 };
    const groups = Object.fromEntries(Array.from({ length: 23 }, (_, index) => [`g${index + 10}`, group]));
    const [told] = windowNotices(oneAccount({ notify: NOTIFY, groups }));
    expect(JSON.parse(told!.detail).who).to.match(/^groups g10, .*, g29 and 3 more$/u);
  });

  it("have no sign that would break a message into which they are written", () => {
    for (const { detail } of windowNotices(twoAccounts({ notify: NOTIFY, groups: TWO_ACCOUNTS.groups })))
      for (const text of Object.values<string>(JSON.parse(detail))) expect(text).to.not.match(/["\\\n<>]/u);
  });

  it("are not there where no schedule can say them, which is told", () => {
    const once = oneAccount({ notify: NOTIFY, rings: [{ ...ONE_ACCOUNT.rings[0], install: "at(2026-12-01T03:00:00)" }] });
    expect(windowNotices(once)).to.deep.equal([]);
    expect(untoldWindows(once).map(({ key }) => key)).to.deep.equal(["dev"]);
    expect(untoldWindows(oneAccount())).to.deep.equal([]);
  });
});
