import { expect } from "chai";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fixDigests } from "../../cli/fix-digests";
import { APPROVAL_NAME, APPROVAL_TEXT, DIGEST, RELEASE_NAME, RELEASE_TEXT, REVIEWED_FLEET } from "../support/changes-text";
import { fleetCommand, folderWith } from "../support/fleet-command";
import { replaced } from "../support/fleet-text";

const AS_OF = ["--as-of", "2026-11-26T08:00:00Z"];
const EDITED = replaced(APPROVAL_TEXT, "ubuntu1.18", "ubuntu1.19");

describe("fleet check with reviewed changes", () => {
  const { folder, discard } = folderWith({
    "fleet.yaml": REVIEWED_FLEET,
    [APPROVAL_NAME]: APPROVAL_TEXT,
    [RELEASE_NAME]: RELEASE_TEXT,
    "changes/README.md": "# Changes",
    "unwritable/fleet.yaml": REVIEWED_FLEET,
    [`unwritable/${APPROVAL_NAME}`]: EDITED,
  });
  const file = path.join(folder, APPROVAL_NAME);
  const check = (...args: string[]) => fleetCommand(folder, "check", ...args, ...AS_OF);
  after(discard);
  beforeEach(() => writeFileSync(file, APPROVAL_TEXT));

  it("says that they are right, and what is to come", () => {
    expect(check()).to.deep.equal({
      code: 0,
      out: "fleet.yaml is right: 1 stack, 1 approval to come\n  note  changes/releases/prod.yaml\n        ring prod is open until 2026-12-01T00:00:00Z by ana@example.com: the week of the launch; held from then on\n",
      err: "",
    });
  });

  it("rejects a list that was edited after its approval, and shows both digests", () => {
    writeFileSync(file, EDITED);
    const { code, err } = check();
    expect(code).to.equal(1);
    expect(err).to.contain(`${APPROVAL_NAME}:11 digest\n  got   ${DIGEST}, the digest of another list\n  want  `);
    expect(readFileSync(file, "utf8")).to.equal(EDITED);
  });

  it("writes the digest where it is told to, and nothing else", () => {
    writeFileSync(file, EDITED);
    const { code, out } = check("--fix");
    expect(code).to.equal(0);
    expect(out).to.match(
      /^wrote the digest of the list in changes\/approvals\/2026-11-29-databases\.yaml: have it approved as it is now\n/u,
    );
    const lines = (text: string) => text.split("\n");
    const changed = lines(readFileSync(file, "utf8")).filter((line, place) => line !== lines(EDITED)[place]);
    expect(changed).to.have.lengthOf(1);
    expect(changed[0]).to.match(/^digest: [0-9a-f]{64} # written by fleet check --fix$/u);
    expect(check("--fix").out).to.equal(check().out);
  });

  it("tells programs what it wrote", () => {
    writeFileSync(file, EDITED);
    expect(JSON.parse(check("--fix", "--json").out)).to.deep.include({ fixed: [APPROVAL_NAME], problems: [] });
    expect(JSON.parse(check("--json").out)).to.deep.include({ fixed: [] });
  });

  it("rejects a file that cannot be written in a line, and tells of it as of a failure", () => {
    const told: string[] = [];
    const write = process.stderr.write.bind(process.stderr);
    chmodSync(folder, 0o755);
    chmodSync(path.join(folder, "unwritable", APPROVAL_NAME), 0o444);
    // Nothing keeps root out: as root, this asks as somebody else.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    process.stderr.write = (text) => told.push(String(text)) > 0;
    try {
      expect(fixDigests(path.join(folder, "unwritable", "fleet.yaml"))).to.deep.equal([]);
    } finally {
      process.stderr.write = write;
      if (isRoot) process.seteuid?.(0);
    }
    expect(process.exitCode).to.equal(1);
    process.exitCode = undefined;
    expect(told.join("")).to.match(/2026-11-29-databases\.yaml cannot be written: EACCES/u);
  });
});
