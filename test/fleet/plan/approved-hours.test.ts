import { expect } from "chai";
import { approvedHours } from "../../../fleet/plan/approved-hours";
import { TWO_ACCOUNTS, twoAccounts } from "../../support/two-accounts";

const hours = (servers: number | undefined, concurrency: number) => {
  const database = { ...TWO_ACCOUNTS.groups.database, concurrency, ...(servers === undefined ? {} : { servers }) };
  const fleet = twoAccounts({ groups: { ...TWO_ACCOUNTS.groups, database } });
  return approvedHours(fleet, "database", fleet.groups["database"]!);
};

describe("the hours of an approval's window", () => {
  it("are those of the ring, where the group's servers fit", () => {
    expect(hours(undefined, 10)).to.deep.equal({ durationHours: 6, cutoffHours: 1 });
    expect(hours(100, 10)).to.deep.equal({ durationHours: 6, cutoffHours: 1 });
  });

  it("are as many more as its servers need", () => {
    // 40 waves of 10 minutes, and 105 minutes for gate, scans and reconciliation.
    expect(hours(400, 10)).to.deep.equal({ durationHours: 9, cutoffHours: 1 });
  });

  it("stay those of the ring where no window would do: the check says what else", () => {
    expect(hours(2000, 1)).to.deep.equal({ durationHours: 6, cutoffHours: 1 });
  });
});
