import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  fleetCommand,
  fleetCommandBesideSmallDisk,
  fleetCommandIntoFullDisk,
  fleetCommandWithoutRights,
  folderWith,
} from "../support/fleet-command";
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
    for (const name of ["a.html", "a.md", "a.csv", "a.json", "a.parquet"]) {
      const args = ["report", "--data", "sync", "--question", "coverage", "--out", `disk/${name}`];
      const { code, out, err, left } = fleetCommandBesideSmallDisk(folder, 0, {}, ...args);
      const line = `error disk/${name} is not written: the disk is full: make room there, or write elsewhere with --out\n`;
      expect([code, out, err, left], name).to.deep.equal([1, "", line, []]);
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
    expect(err).to.match(
      /^error .*disk\/fleet-demo-\w+ is not written: the disk is full: make room there, or write elsewhere with TMPDIR\n$/u,
    );
  });

  it("rejects a disk that has no room for a demo that is to be kept, and keeps no part of it", () => {
    const args = [...DEMO, "--servers", "50", "--demo-out", "disk/demo", "--out", "a.html"];
    const { code, out, err, left } = fleetCommandBesideSmallDisk(folder, 64, {}, ...args);
    const line = "error disk/demo is not written: the disk is full: make room there, or write elsewhere with --demo-out\n";
    expect([code, out, err, left, existsSync(below("a.html"))]).to.deep.equal([1, "", line, [], false]);
  });

  it("rejects a disk that has no room for the files of a review, and leaves nothing on it", () => {
    copyFileSync("examples/reference/fleet.yaml", below("reference.yaml"));
    const demo = DEMO.with(3, "reference.yaml");
    fleetCommand(folder, ...demo, "--servers", "200", "--demo-out", "demo", "--question", "ended", "--out", "demo.csv");
    const args = ["review", "prod-sensitive", "--fleet", "reference.yaml", "--data", "demo", "--as-of", "2026-11-21T08:00:00Z"];
    expect(fleetCommand(folder, ...args, "--out", "roomy").code).to.equal(0);
    const { code, out, err, left } = fleetCommandBesideSmallDisk(folder, 0, {}, ...args, "--out", "disk");
    expect([code, out, err.split("\n").length, left.filter((name) => name.includes("part"))]).to.deep.equal([1, "", 2, []]);
    expect(err).to.match(/^error disk\/\S+ is not written: the disk is full: make room there, or write elsewhere with --out\n$/u);
  });

  it("rejects a standard output that is full, in a line", () => {
    const { code, err } = fleetCommandIntoFullDisk(folder, "plan");
    expect([code, err]).to.deep.equal([
      1,
      "error standard output is not written: the disk is full: make room there, or write elsewhere\n",
    ]);
  });

  describe("with little memory", () => {
    before(() => {
      fleetCommand(folder, ...DEMO, "--servers", "800", "--demo-out", "large", "--question", "ended", "--out", "large.csv");
      mkdirSync(below("spilled"));
    });

    /** What came of 800 servers, read with so much memory and a disk of so many kilobytes beside it. */
    function read(megabytes: number, kilobytes: number): unknown {
      const program = path.join(__dirname, "little-room.js");
      const given = [below("spilled"), below("large"), String(megabytes), String(kilobytes)];
      const ran = spawnSync("unshare", ["--user", "--map-root-user", "--mount", process.execPath, program, ...given], {
        encoding: "utf8",
      });
      expect(ran.stderr).to.equal("");
      return JSON.parse(ran.stdout);
    }

    it("answers all the same where a disk has room for what does not fit", () => {
      const { out } = fleetCommand(folder, "report", "--data", "large", "--question", "coverage", "--json");
      const rows: unknown[] = JSON.parse(out);
      expect(read(170, 512_000)).to.deep.equal({ rows: rows.length, left: [] });
      expect(rows).to.have.length.greaterThan(780);
    });

    it("rejects a full disk for what does not fit, and leaves nothing on it", () => {
      expect(read(170, 64)).to.deep.equal({
        fault: "disk full",
        message: `the disk of ${tmpdir()} is full: reading ${below("large")} needs space there for what does not fit into memory; make room, or set TMPDIR to a larger disk`,
        left: [],
      });
    });

    it("rejects too little memory to read a line, and leaves nothing on the disk", () => {
      expect(read(100, 512_000)).to.deep.equal({
        fault: "no memory",
        message: `not enough memory to read ${below("large")}: a machine with more of it is needed, or the lake itself, with --data athena`,
        left: [],
      });
    });
  });
});
