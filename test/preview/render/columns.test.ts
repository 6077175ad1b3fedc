import { expect } from "chai";
import { columns } from "../../../preview/render/columns";

describe("columns", () => {
  it("aligns all cells but the last of each line, and leaves no space at the end", () => {
    expect(
      columns([
        ["a", "long cell", "x"],
        ["bbb", "", ""],
        ["c", "d"],
      ]),
    ).to.deep.equal([["a    long cell  x"], ["bbb"], ["c    d"]]);
  });

  it("goes on below the last cell, after a comma, where a row is too wide", () => {
    expect(columns([["ab", "one, two, three, four"]], 14)).to.deep.equal([["ab  one, two,", "    three,", "    four"]]);
    expect(columns([["ab", "one, two, three, four"]], 25)).to.deep.equal([["ab  one, two, three, four"]]);
    expect(columns([["ab", "unbroken-text"]], 5)).to.deep.equal([["ab  unbroken-text"]]);
  });
});
