import { expect } from "chai";
import { NOTHING_EXPECTED } from "../../../evidence/expected";
import { narrowedBy } from "../../../evidence/report/narrowed";

const AS_OF = "2026-11-21T08:00:00Z";
const [FIRST, SECOND] = ["111111111111", "222222222222"];
const place = (account: string, group: string) => ({
  account,
  region: "eu-west-1",
  group,
  tag: `${group}-tag`,
  ring: "prod",
  pendingReboot: 72,
});
const EXPECTED = {
  ...NOTHING_EXPECTED,
  groups: [place(FIRST, "web"), place(SECOND, "web"), place(FIRST, "files"), place(SECOND, "vault")],
  counts: [
    { account: null, region: null, group: "web", tag: "web-tag", servers: 20 },
    { account: null, region: null, group: "vault", tag: "vault-tag", servers: 4 },
    { account: FIRST, region: null, group: "files", tag: "files-tag", servers: 7 },
  ],
};
const LEFT_OUT = "Left out is what web may lack: the fleet file counts its servers in several accounts together.";

describe("narrowedBy", () => {
  it("says nothing of a report of everything", () => {
    expect(narrowedBy({ asOf: AS_OF }, EXPECTED)).to.deep.equal([]);
  });

  it("says what was chosen, and which groups an account cannot be asked of in full", () => {
    expect(narrowedBy({ asOf: AS_OF, account: FIRST }, EXPECTED)).to.deep.equal([`Only account ${FIRST}.`, LEFT_OUT]);
    expect(narrowedBy({ asOf: AS_OF, account: FIRST, group: "web-tag" }, EXPECTED)).to.deep.equal([
      `Only account ${FIRST}, group web-tag.`,
      LEFT_OUT,
    ]);
    expect(narrowedBy({ asOf: AS_OF, account: FIRST, group: "files-tag" }, EXPECTED)).to.deep.equal([
      `Only account ${FIRST}, group files-tag.`,
    ]);
    expect(narrowedBy({ asOf: AS_OF, group: "web-tag", package: "curl" }, EXPECTED)).to.deep.equal([
      "Only group web-tag, package curl.",
    ]);
  });
});
