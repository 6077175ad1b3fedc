import { expect } from "chai";
import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fleetCommandBesideSmallDisk, fleetCommandWithoutRights, folderWith } from "../support/fleet-command";
import { COMPLIANT, writeSync } from "../support/sync";

const SUNDAYS = readFileSync("examples/development-sundays/fleet.yaml", "utf8");
const DEMO = ["report", "--demo", "--fleet", "fleet.yaml", "--as-of", "2026-11-21T08:00:00Z"];

// Not among what `make test` runs: a real disk that is full, and a person without rights, take namespaces of Linux.
describe("fleet report, on a machine that refuses", () => {
  const { folder, discard } = folderWith({ "fleet.yaml": SUNDAYS });
  const below = (...names: string[]) => path.join(folder, ...names);

  before(() => {
    mkdirSync(below("closed"));
    writeSync(below("sync"), [{ id: "i-1", files: COMPLIANT }]);
    writeSync(below("closed", "sync"), [{ id: "i-1", files: COMPLIANT }]);
  });

  after(discard);

  it("rejects a folder that it may not read, and a file that it may not write", () => {
    chmodSync(below("closed"), 0o000);
    try {
      const read = fleetCommandWithoutRights(folder, "report", "--data", "closed");
      expect([read.code, read.out, read.err]).to.deep.equal([
        1,
        "",
        `error no permission to read ${below("closed")}: give yourself the right to read it\n`,
      ]);
      const written = fleetCommandWithoutRights(folder, "report", "--data", "sync", "--out", "closed/a.html");
      expect([written.code, written.out]).to.deep.equal([1, ""]);
      expect(written.err).to.equal("error closed/a.html is not written: no permission to write there\n");
    } finally {
      chmodSync(below("closed"), 0o755);
    }
    expect(existsSync(below("closed", "a.html"))).to.equal(false);
  });

  it("rejects a disk that has no room for the report, and leaves nothing on it", () => {
    for (const name of ["a.md", "a.csv", "a.parquet"]) {
      const args = ["report", "--data", "sync", "--question", "coverage", "--out", `disk/${name}`];
      const { code, out, err, left } = fleetCommandBesideSmallDisk(folder, 0, {}, ...args);
      expect([code, out, err, left], name).to.deep.equal([1, "", `error disk/${name} is not written: the disk is full\n`, []]);
    }
  });

  it("rejects a disk for temporary files that has no room for a demo, and leaves nothing on it", () => {
    const { code, out, err, left } = fleetCommandBesideSmallDisk(
      folder,
      64,
      { TMPDIR: below("disk") },
      ...DEMO,
      "--servers",
      "50",
    );
    expect([code, out, left]).to.deep.equal([1, "", []]);
    expect(err).to.match(/^error .*disk\/fleet-demo-\w+ is not written: the disk is full\n$/u);
  });
});
