import { expect } from "chai";
import { hex, pick, randomOf, uuid, weighted, whole } from "../../../evidence/demo/random";

describe("chance in a demo", () => {
  it("is the same for the same key and another for another", () => {
    const draw = (...key: (string | number)[]) => {
      const random = randomOf(...key);
      return Array.from({ length: 4 }, () => random());
    };
    expect(draw(1, "a")).to.deep.equal(draw(1, "a"));
    expect(draw(1, "a")).not.to.deep.equal(draw(2, "a"));
    // The parts of a key stay apart.
    expect(draw("ab", "c")).not.to.deep.equal(draw("a", "bc"));
  });

  it("is spread evenly from 0 up to 1", () => {
    const random = randomOf("spread");
    const draws = Array.from({ length: 20_000 }, () => random());
    expect(Math.min(...draws)).to.be.within(0, 0.001);
    expect(Math.max(...draws)).to.be.within(0.999, 0.9999999999);
    expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).to.be.within(0.49, 0.51);
  });

  it("reaches both ends of a range, and every thing in proportion to its weight", () => {
    const random = randomOf("range");
    const numbers = new Set(Array.from({ length: 200 }, () => whole(random, 3, 5)));
    expect(numbers).to.deep.equal(new Set([3, 4, 5]));
    expect(new Set(Array.from({ length: 100 }, () => pick(random, ["a", "b"])))).to.have.lengthOf(2);
    const draws = Array.from({ length: 4000 }, () =>
      weighted(random, [
        ["often", 3],
        ["seldom", 1],
        ["never", 0],
      ]),
    );
    expect(draws.filter((draw) => draw === "often").length).to.be.within(2850, 3150);
    expect(draws).not.to.include("never");
  });

  it("makes identifiers in the forms that AWS uses", () => {
    expect(hex(randomOf("x"), 17)).to.match(/^[0-9a-f]{17}$/u);
    expect(uuid(randomOf("x"))).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/u);
  });
});
