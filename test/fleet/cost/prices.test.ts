import { expect } from "chai";
import { PRICES, PRICES_AS_OF } from "../../../fleet/cost/prices";

describe("prices", () => {
  it("say when and for where they were written down, and to check them", () => {
    expect(PRICES_AS_OF).to.deep.equal({
      date: "2026-11-20",
      region: "us-east-1",
      advice: "check the price list of your regions",
    });
  });

  it("are what the facts have, by the unit of AWS's own price lists", () => {
    // An advanced parameter 0.05 a month, and 0.05 for 10,000 calls; an advanced node 0.00695 an hour, 5.07 a month.
    expect(PRICES.advancedParameter.usd).to.equal(0.05);
    expect(PRICES.parameterCall.usd * 10_000).to.equal(0.05);
    expect((PRICES.advancedNode.usd * 730).toFixed(2)).to.equal("5.07");
    expect([PRICES.automationStep.free, PRICES.automationStep.usd]).to.deep.equal([100_000, 0.002]);
    for (const { usd, unit, known } of Object.values(PRICES)) {
      expect(usd).to.be.greaterThan(0);
      expect(unit).not.to.equal("");
      expect(["documented", "recalled"]).to.include(known);
    }
  });
});
