import { expect } from "chai";
import { plain, UNKNOWN } from "fleet-patching-policy/plain";
import { createRequire } from "node:module";
import { UNKNOWN_TEXT } from "./support/fixture";

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the SDK exports its proxy, but leaves it out of its typings
const { unknownCheckingProxy } = createRequire(__filename)("@pulumi/policy/proxy") as {
  unknownCheckingProxy: (value: object) => unknown;
};

describe("plain data", () => {
  const given = { a: 1, b: ["x", UNKNOWN_TEXT, { c: null, d: UNKNOWN_TEXT }], e: { f: true }, g: UNKNOWN_TEXT };
  const wanted = { a: 1, b: ["x", UNKNOWN, { c: null, d: UNKNOWN }], e: { f: true }, g: UNKNOWN };

  it("keeps what is known and marks what is not", () => expect(plain(given)).to.deep.equal(wanted));
  it("is the same behind the SDK's proxies, which throw at what is not known", () =>
    expect(plain(unknownCheckingProxy(given))).to.deep.equal(wanted));
  it("leaves out what is no data", () =>
    expect(plain({ a: () => 1, b: undefined })).to.deep.equal({ a: undefined, b: undefined }));

  for (const mark of [
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
  ]) {
    it(`knows the SDK's mark ${mark}`, () => {
      expect(plain(mark)).to.equal(UNKNOWN);
      expect(() => Reflect.get(Object(unknownCheckingProxy({ mark })), "mark")).to.throw("can't be known during preview");
    });
  }
});
