import { expect } from "chai";
import { UNKNOWN, type Plain } from "fleet-patching-policy/plain";
import { at, firstUnknown, flag, list, number, show, text, texts } from "fleet-patching-policy/read";

describe("reading plain data", () => {
  it("takes numbers also where they stand as text", () => {
    expect([number(4), number("4"), number("-1.5"), number("4 hours"), number(""), number(true), number(UNKNOWN)]).to.deep.equal([
      4,
      4,
      -1.5,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("takes truth also where it stands as text", () => {
    expect([flag(true), flag("True"), flag("false"), flag("no"), flag(1), flag(UNKNOWN)]).to.deep.equal([
      true,
      true,
      false,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("takes a single value as a list of one", () =>
    expect([list("a"), list(["a"]), list(undefined), list(null)]).to.deep.equal([["a"], ["a"], [], []]));
  it("takes texts, unless one is not known", () =>
    expect([texts(["a", 1, "b"]), texts(["a", UNKNOWN])]).to.deep.equal([["a", "b"], UNKNOWN]));
  it("takes text only", () => expect([text("a"), text(1), text(UNKNOWN)]).to.deep.equal(["a", undefined, undefined]));

  it("follows a path, and says when something on it is not known", () => {
    const value: Plain = { a: [{ b: "x" }, UNKNOWN], c: UNKNOWN };
    expect([
      at(value, "a.0.b"),
      at(value, "a.1.b"),
      at(value, "c.d.e"),
      at(value, "a.7"),
      at(value, "a.0.b.c"),
      at(value, "toString"),
    ]).to.deep.equal(["x", UNKNOWN, UNKNOWN, undefined, undefined, undefined]);
  });

  it("finds the first place that is not known", () => {
    expect(firstUnknown({ a: [1, { b: UNKNOWN }], c: UNKNOWN }, "props")).to.equal("props.a.1.b");
    expect(firstUnknown({ a: [1, { b: 2 }] }, "props")).to.equal(undefined);
  });

  it("shows a value on one short line", () => {
    expect(show({ a: [1, UNKNOWN] })).to.equal('{"a":[1,"(unknown)"]}');
    expect([show(undefined), show(null), show(""), show(0), show(false), show(UNKNOWN)]).to.deep.equal([
      "nothing",
      "nothing",
      "nothing",
      "0",
      "false",
      "a value not known before the update",
    ]);
    expect(show("x".repeat(120))).to.have.lengthOf(120);
    expect(show("x".repeat(121))).to.equal(`${"x".repeat(117)}...`);
  });
});
