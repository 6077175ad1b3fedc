import { expect } from "chai";
import fc from "fast-check";
import { wrapped } from "../../../preview/render/wrapped";

describe("wrapped", () => {
  it("goes on two characters further in, and leaves short lines and words as they are", () => {
    expect(wrapped("one two three\n  fix: four five six", 12)).to.deep.equal([
      "one two",
      "  three",
      "  fix: four",
      "    five six",
    ]);
    expect(wrapped("unbreakable", 4)).to.deep.equal(["unbreakable"]);
  });

  it("loses no word, and passes the width for a single word only", () => {
    const texts = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(texts, fc.integer({ min: 5, max: 40 }), (text, width) => {
        const lines = wrapped(text, width);
        expect(lines.map((line) => line.trim()).join(" ")).to.equal(text);
        expect(lines.filter((line) => line.length > width && line.trim().includes(" "))).to.deep.equal([]);
      }),
    );
  });
});
