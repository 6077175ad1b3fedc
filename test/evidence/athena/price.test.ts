import { expect } from "chai";
import { bytesText, costOf, dollars, limitText, PRICE } from "../../../evidence/athena/price";

describe("what Athena charges", () => {
  it("is five dollars a terabyte, for whole megabytes and at least ten", () => {
    expect(costOf(1024 ** 4, PRICE)).to.equal(5);
    expect(costOf(0, PRICE)).to.equal(costOf(10 * 1024 ** 2, PRICE));
    expect(costOf(10 * 1024 ** 2 + 1, PRICE)).to.equal(costOf(11 * 1024 ** 2, PRICE));
    expect(costOf(1024 ** 4, 6.75)).to.equal(6.75);
  });

  it("is told so that little is not nothing", () => {
    expect([0.00005, 0.0049, 0.5, 12].map(dollars)).to.deep.equal([
      "less than 0.0001 USD",
      "0.0049 USD",
      "0.50 USD",
      "12.00 USD",
    ]);
    expect([0, 1023, 1536, 250 * 1024 ** 2, 3 * 1024 ** 4, 5000 * 1024 ** 4].map(bytesText)).to.deep.equal([
      "0 B",
      "1023 B",
      "1.5 KB",
      "250 MB",
      "3.0 TB",
      "5000 TB",
    ]);
    expect([1e7, 5e10, 1e11, 107_374_182_400, 2e12].map(limitText)).to.deep.equal([
      "0.01 GB",
      "50 GB",
      "100 GB",
      "107 GB",
      "2 TB",
    ]);
  });
});
