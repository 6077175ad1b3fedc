import { expect } from "chai";
import { restartWindows, standingWindows } from "../../fleet/restart-windows";
import { TWO_ACCOUNTS, twoAccounts } from "../support/two-accounts";

const { database, application } = TWO_ACCOUNTS.groups;
const fleet = twoAccounts({
  groups: {
    database: { ...database, rebootWindow: { at: "mondays 03:00" } },
    application: {
      ...application,
      rebootWindow: { at: "first sunday 04:00", zone: "UTC", duration: "3 hours", cutoff: "0 hours" },
    },
  },
});

describe("restartWindows", () => {
  it("are those of every group that has one, automatic or under review; what is left out is the ring's", () => {
    expect(restartWindows(fleet)).to.deep.equal([
      {
        key: "restart-application",
        ring: "prod",
        own: "application",
        install: "first sunday 04:00",
        zone: "UTC",
        duration: 3,
        cutoff: 0,
        groups: ["application"],
      },
      {
        key: "restart-database",
        ring: "prod",
        own: "database",
        install: "mondays 03:00",
        zone: "Europe/Paris",
        duration: 6,
        cutoff: 1,
        groups: ["database"],
      },
    ]);
    expect(restartWindows(twoAccounts())).to.deep.equal([]);
  });
});

describe("standingWindows", () => {
  it("are those that install, then those that restart", () => {
    expect(standingWindows(fleet).map(({ key }) => key)).to.deep.equal(["prod", "restart-application", "restart-database"]);
  });
});
