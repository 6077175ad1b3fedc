import { expect } from "chai";
import { closest, didYouMean, listed } from "../../fleet/closest";

const KEYS = ["ring", "rings", "install", "concurrency", "AWS-UbuntuDefaultPatchBaseline", "eu-west-1"];

describe("closest", () => {
  const near: readonly (readonly [string, string])[] = [
    ["rign", "ring"],
    ["Rings", "rings"],
    ["instal", "install"],
    ["con-currency", "concurrency"],
    ["concurency", "concurrency"],
    ["AWSUbuntuDefaultPatchBaseline", "AWS-UbuntuDefaultPatchBaseline"],
    ["eu_west_1", "eu-west-1"],
  ];
  for (const [word, name] of near) it(`takes ${word} for ${name}`, () => expect(closest(word, KEYS)).to.equal(name));

  for (const word of ["schedule", "", "x", "group"]) {
    it(`takes ${word === "" ? "nothing" : word} for nothing else`, () => expect(closest(word, KEYS)).to.equal(undefined));
  }

  it("does not take long for long words", () => {
    expect(closest("x".repeat(1_000_000), KEYS)).to.equal(undefined);
  });
});

describe("didYouMean", () => {
  it("asks before a fix, or says nothing", () => {
    expect([didYouMean("rign", KEYS), didYouMean("schedule", KEYS)]).to.deep.equal(["Did you mean `ring`? ", ""]);
  });
});

describe("listed", () => {
  it("lists names as people do", () => {
    expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])]).to.deep.equal([
      "",
      "a",
      "a and b",
      "a, b and c",
    ]);
  });

  it("counts what is too long to list", () => {
    expect(listed(["a", "b", "c", "d"], 2)).to.equal("a, b and 2 more");
  });
});
