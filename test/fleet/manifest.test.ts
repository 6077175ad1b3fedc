import { expect } from "chai";
import fc from "fast-check";
import { createHash } from "node:crypto";
import { parse } from "yaml";
import { manifestOf, type Patch } from "../../fleet/manifest";
import { patch as patchSchema } from "../../fleet/schema/patch";

const OPENSSL = { id: "openssl.amd64", title: "openssl.amd64:3.0.2-0ubuntu1.18" };

const letters = (signs: string, most: number) =>
  fc.stringMatching(new RegExp(`^[A-Za-z0-9][A-Za-z0-9${signs}]{0,${most}}$`, "u"));
const anyPatch: fc.Arbitrary<Patch> = fc.oneof(
  fc.record({ id: letters("+._~-", 40), title: letters("+._~:^-", 60) }),
  fc.record({ id: letters("+._~-", 40) }),
);

describe("manifestOf", () => {
  it("writes AWS's own list, sorted, each entry once, and names it by the digest of its bytes", () => {
    const { text, digest, patches } = manifestOf([OPENSSL, { id: "KB5034441" }, OPENSSL]);
    expect(text).to.equal(
      "patches:\n  - id: 'KB5034441'\n  - id: 'openssl.amd64'\n    title: 'openssl.amd64:3.0.2-0ubuntu1.18'\n",
    );
    // By sha256sum.
    expect(digest).to.equal("d18e9f6584e1a80d6cf02a1c2ef86fe581149744e48f61732c2ec00482aeadee");
    expect(patches).to.deep.equal([{ id: "KB5034441" }, OPENSSL]);
  });

  it("keeps two versions of a package apart", () => {
    const older = { ...OPENSSL, title: "openssl.amd64:3.0.2-0ubuntu1.17" };
    expect(manifestOf([OPENSSL, older]).patches).to.deep.equal([older, OPENSSL]);
  });

  it("is the same for any order and any doubles, and reads back as the very list, whatever the schema lets through", () => {
    fc.assert(
      fc.property(fc.array(anyPatch, { minLength: 1, maxLength: 8 }), (all) => {
        const shown = all.filter((each) => patchSchema.safeParse(each).success);
        fc.pre(shown.length > 0);
        const manifest = manifestOf(shown);
        expect(manifestOf([...shown, ...shown].toReversed())).to.deep.equal(manifest);
        expect(manifestOf(manifest.patches)).to.deep.equal(manifest);
        expect(parse(manifest.text)).to.deep.equal({ patches: manifest.patches });
        expect(manifest.digest).to.equal(createHash("sha256").update(manifest.text, "utf8").digest("hex"));
      }),
    );
  });

  it("has another digest for any other list", () => {
    fc.assert(
      fc.property(fc.array(anyPatch, { maxLength: 4 }), fc.array(anyPatch, { maxLength: 4 }), (one, other) => {
        const [left, right] = [manifestOf(one), manifestOf(other)];
        expect(left.digest === right.digest).to.equal(JSON.stringify(left.patches) === JSON.stringify(right.patches));
      }),
    );
  });
});
