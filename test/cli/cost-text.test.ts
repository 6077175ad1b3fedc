import { expect } from "chai";
import { costText } from "../../cli/cost-text";
import { PRICES_AS_OF } from "../../fleet/cost/prices";

describe("an estimate as people read it", () => {
  it("is aligned, has a total, and says how far to trust it", () => {
    const line = (item: string, quantity: number, unitPrice: number, usd: number) => ({
      item,
      quantity,
      unit: "unit",
      unitPrice,
      usd,
      assumption: "so",
    });
    const text = costText({
      lines: [line("a", 1234, 0.000005, 0.00617), line("keys", 2, 1, 2)],
      total: 2.00617,
      prices: PRICES_AS_OF,
    });
    expect(text.split("\n")).to.deep.equal([
      "what  quantity  unit  USD a unit  USD a month  assumed",
      "a        1,234  unit    0.000005         0.01  so",
      "keys         2  unit           1         2.00  so",
      "all                                      2.01",
      "",
      "An estimate with prices of us-east-1, written down on 2026-11-20: check the price list of your regions.",
      "Servers themselves, Security Hub and AWS Config are not in it.",
    ]);
  });
});
