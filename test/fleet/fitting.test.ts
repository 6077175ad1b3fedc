import { expect } from "chai";
import { fitting, undotted } from "../../fleet/fitting";

describe("names that fit", () => {
  it("are as they are where they are short enough", () => {
    expect(fitting("abcdefghij", 10)).to.equal("abcdefghij");
    expect(undotted("a-b")).to.equal("a-b");
  });

  it("are cut where they are too long, and two stay two", () => {
    const [one, other] = ["prod-web-servers-of-paris", "prod-web-servers-of-london"].map((name) => fitting(name, 20));
    expect(one).to.match(/^prod-web-se-[0-9a-f]{8}$/u);
    expect(one).to.have.lengthOf(20);
    expect(other).to.match(/^prod-web-se-[0-9a-f]{8}$/u);
    expect(one).not.to.equal(other);
  });

  it("lose their dots, and two stay two", () => {
    expect(undotted("a.b")).to.match(/^a-b-[0-9a-f]{8}$/u);
    expect(undotted("a.b-c")).not.to.equal(undotted("a-b.c"));
  });
});
