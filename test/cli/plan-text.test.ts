import { expect } from "chai";
import { planText } from "../../cli/plan-text";
import { decide } from "../../fleet/plan";
import { APPROVAL, approved, RESTART_APPROVAL } from "../support/approvals";
import { AS_OF, TWO_ACCOUNTS, twoAccounts } from "../support/two-accounts";

const FLEET = twoAccounts({
  groups: {
    ...TWO_ACCOUNTS.groups,
    database: { ...TWO_ACCOUNTS.groups.database, rebootWindow: { at: "mondays 03:00", duration: "3 hours" } },
  },
});
const said = (asOf = AS_OF): string => planText(decide(FLEET, approved(APPROVAL, RESTART_APPROVAL), asOf));

describe("a plan as people read it", () => {
  it("says of a group under review that it waits for approvals, which ones there are, and when its servers restart", () => {
    expect(said()).to.match(
      new RegExp(
        [
          "    database: under review, installs from approvals only",
          "      2026-11-28-database: 2026-11-28T02:00:00Z to 2026-11-28T06:00:00Z",
          "      restart by 2026-11-29-database-restart: 2026-11-29T02:00:00Z to 2026-11-29T06:00:00Z",
          "    restart of database: every Monday at 03:00 [^,]+, 3 hours",
        ].join("\n"),
        "u",
      ),
    );
  });

  it("tells the runs of one group apart: by which approval, and a restart from an install", () => {
    const runs = said()
      .split("\n")
      .filter((line) => line.includes("database") && line.includes("at a time"));
    expect(runs).to.deep.equal([
      "    eu-west-1 database by approval 2026-11-28-database: 10% at a time, stop at 10%, 10 waves, NoReboot",
      "    eu-west-1 restart of database by approval 2026-11-29-database-restart: 1 at a time",
    ]);
  });

  it("says no more of approvals whose window has ended", () => {
    const later = said("2026-12-01T00:00:00Z");
    expect(later).to.contain("    database: under review, installs from approvals only\n    restart of");
    expect(later).to.not.contain("by approval");
  });
});
