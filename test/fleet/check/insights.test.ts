import { expect } from "chai";
import { insights } from "../../../fleet/check/insights";
import { oneAccount } from "../../support/two-accounts";

const groups = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`g${index}`, { ring: "dev", baselines: ["ubuntu"] }]));

describe("insights", () => {
  it("accepts as many groups as Security Hub shows, and any number where it is not wished", () => {
    expect(insights(oneAccount({ groups: groups(100), securityHub: { findings: true } }))).to.deep.equal([]);
    expect(insights(oneAccount({ groups: groups(101) }))).to.deep.equal([]);
  });

  it("rejects more", () => {
    expect(insights(oneAccount({ groups: groups(101), securityHub: { findings: true } }))).to.deep.equal([
      {
        path: ["securityHub", "findings"],
        got: "101 groups",
        want: "at most 100 groups, as Security Hub takes 100 insights",
        fix: "Write `findings: false`.",
      },
    ]);
  });
});
