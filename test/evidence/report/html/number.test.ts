import { expect } from "chai";
import { counted, grouped, share } from "../../../../evidence/report/html/number";

describe("numbers of the page", () => {
  it("never say all of what is not all, nor none of what is some", () => {
    expect(share(99_999, 100_000)).to.equal("99.9 %");
    expect(share(1, 100_000)).to.equal("0.1 %");
    expect(share(0, 7)).to.equal("0.0 %");
    expect(share(7, 7)).to.equal("100.0 %");
    expect(share(1, 3)).to.equal("33.3 %");
    expect(share(0, 0)).to.equal("–");
  });

  it("are grouped and agree with their nouns", () => {
    expect(grouped(1_234_567)).to.equal("1,234,567");
    expect([counted(1, "server"), counted(0, "server")]).to.deep.equal(["1 server", "0 servers"]);
  });
});
