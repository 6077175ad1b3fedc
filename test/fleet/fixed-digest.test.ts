import { expect } from "chai";
import fc from "fast-check";
import { fixedDigest } from "../../fleet/fixed-digest";
import { manifestOf } from "../../fleet/manifest";
import { APPROVAL_NAME, APPROVAL_TEXT, DIGEST, RELEASE_NAME, RELEASE_TEXT, RESTART_TEXT } from "../support/changes-text";
import { replaced } from "../support/fleet-text";

const NEWER = manifestOf([{ id: "KB5034441" }, { id: "openssl.amd64", title: "openssl.amd64:3.0.2-0ubuntu1.19" }]).digest;
const edited = replaced(APPROVAL_TEXT, "ubuntu1.18", "ubuntu1.19");

describe("fixedDigest", () => {
  it("writes the digest of the list as it is now, and nothing else: comments stay", () => {
    expect(fixedDigest(edited, APPROVAL_NAME)).to.equal(replaced(edited, DIGEST, NEWER));
  });

  it("writes over whatever stands there, in quotes or not, and on Windows line ends", () => {
    for (const wrong of ["x", '"0"', "'abc'", "12345", "~"])
      expect(fixedDigest(replaced(edited, DIGEST, wrong), APPROVAL_NAME), wrong).to.equal(replaced(edited, DIGEST, NEWER));
    const windows = edited.replaceAll("\n", "\r\n");
    expect(fixedDigest(windows, APPROVAL_NAME)).to.equal(replaced(windows, DIGEST, NEWER));
  });

  it("writes behind a colon that has nothing", () => {
    const bare = replaced(edited, `digest: ${DIGEST} # written by fleet check --fix`, "digest:");
    expect(fixedDigest(bare, APPROVAL_NAME)).to.equal(replaced(bare, "digest:", `digest: ${NEWER}`));
  });

  it("writes the digest of a release's manifest", () => {
    const text = `${RELEASE_TEXT}manifest:\n  digest: ${"a".repeat(64)} # theirs\n  patches: [{ id: KB5034441 }]\n`;
    expect(fixedDigest(text, RELEASE_NAME)).to.equal(replaced(text, "a".repeat(64), manifestOf([{ id: "KB5034441" }]).digest));
  });

  it("leaves alone what is right, what has no digest or no list, and what cannot be read", () => {
    const right = [
      APPROVAL_TEXT,
      RESTART_TEXT,
      RELEASE_TEXT,
      replaced(edited, `digest: ${DIGEST}`, ""),
      replaced(edited, "openssl.amd64:3", "*"),
      `patches: []\ndigest: x\n`,
      `${edited}\n  broken: [`,
      "",
    ];
    for (const text of right) expect(fixedDigest(text, APPROVAL_NAME)).to.equal(text);
  });

  it("is done at once: what it wrote it leaves alone, whatever the bytes, and never throws", () => {
    const damaged = fc
      .tuple(fc.nat(400), fc.nat(40), fc.string())
      .map(([at, length, by]) => edited.slice(0, at) + by + edited.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string()), (text) => {
        const fixed = fixedDigest(text, APPROVAL_NAME);
        expect(fixedDigest(fixed, APPROVAL_NAME)).to.equal(fixed);
      }),
      { numRuns: 300 },
    );
  });
});
