import { expect } from "chai";
import { planInsights } from "../../../fleet/plan/insights";
import { oneAccount, twoAccounts } from "../../support/two-accounts";

describe("the plan of insights", () => {
  it("is nothing unless Security Hub is wished: it is paid", () => {
    expect(planInsights(oneAccount())).to.equal(null);
    expect(planInsights(oneAccount({ securityHub: {} }))).to.equal(null);
  });

  it("has one a group, by the value of its tag", () => {
    const { tagKey, insights } = planInsights(twoAccounts({ securityHub: { findings: true } }))!;
    expect(tagKey).to.equal("PatchGroup");
    expect(insights.map(({ key, tag }) => [key, tag])).to.deep.equal([
      ["application", "Application servers"],
      ["database", "database"],
      ["files", "files"],
      ["nonprod", "nonprod"],
    ]);
    expect(insights[0]?.name).to.equal("Fleet: servers of application that lack patches");
  });
});
