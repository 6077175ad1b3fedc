import { expect } from "chai";
import { evidence } from "../../../fleet/check/evidence";
import { oneAccount, twoAccounts } from "../../support/two-accounts";

const departed = (days: string, scan: string) => evidence(oneAccount({ scan, evidence: { departed: days } }));

describe("the check of the evidence", () => {
  it("takes the defaults with every scan that an association can keep, and a fleet that keeps none", () => {
    for (const scan of ["wednesdays 12:00 UTC", "daily 04:00 UTC", "rate(7 days)", "rate(30 days)", "rate(1 hour)"])
      expect(evidence(twoAccounts({ scan })), scan).to.deep.equal([]);
    expect(evidence(oneAccount({ scan: "rate(30 days)" }))).to.deep.equal([]);
  });

  it("rejects files that would be deleted when a server misses one scan", () => {
    expect(departed("20 days", "rate(11 days)")).to.deep.equal([
      {
        path: ["evidence", "departed"],
        got: "20 days",
        want: "at least 22 days: a server writes when it is scanned, and may miss one scan",
        fix: "Write `departed: 22 days` or more, or scan more often.",
      },
    ]);
    expect(departed("22 days", "rate(11 days)")).to.deep.equal([]);
    expect(departed("69 days", "second tuesday 01:00 UTC").map(({ got }) => got)).to.deep.equal(["69 days"]);
    expect(departed("70 days", "second tuesday 01:00 UTC")).to.deep.equal([]);
    expect(departed("13 days", "sundays 01:00 UTC").map(({ got }) => got)).to.deep.equal(["13 days"]);
    expect(departed("14 days", "sundays 01:00 UTC")).to.deep.equal([]);
    expect(departed("13 days", "daily 01:00 UTC").map(({ got }) => got)).to.deep.equal(["13 days"]);
  });

  it("rejects an auditor of another partition, and takes accounts and roles of its own", () => {
    const auditors = ["555555555555", "arn:aws:iam::555555555555:role/audit", "arn:aws-cn:iam::555555555555:role/audit"];
    expect(evidence(twoAccounts({ evidence: { auditors } }))).to.deep.equal([
      {
        path: ["evidence", "auditors", 2],
        got: "arn:aws-cn:iam::555555555555:role/audit",
        want: "a role of the partition aws",
        fix: "Name a role where the central account lives.",
      },
    ]);
  });
});
