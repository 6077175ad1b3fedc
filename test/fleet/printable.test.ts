import { expect } from "chai";
import * as fc from "fast-check";
import { printable } from "../../fleet/printable";

describe("printable", () => {
  it("leaves plain text as it is", () => expect(printable("Zürich, 東京: 10 %")).to.equal("Zürich, 東京: 10 %"));

  it("puts text on one line and cuts it", () => {
    expect(printable(" a\r\n\tb \u2028c ")).to.equal("a b  c");
    expect(printable("x".repeat(500))).to.equal(`${"x".repeat(400)}…`);
  });

  it("leaves nothing that steers a terminal", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(printable(text)).to.match(/^[^\p{Cc}\p{Bidi_Control}]*$/u);
      }),
    );
  });
});
