import { expect } from "chai";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fleetCommand, folderWith } from "../../support/fleet-command";
import { COMPLIANT, writeSync } from "../../support/sync";

const SUNDAYS = readFileSync("examples/development-sundays/fleet.yaml", "utf8");
const DEMO = ["report", "--demo", "--fleet", "fleet.yaml", "--as-of", "2026-11-21T08:00:00Z"];

describe("fleet report", () => {
  const { folder, discard } = folderWith({
    "fleet.yaml": SUNDAYS,
    "wrong.yaml": SUNDAYS.replace("concurrency: 10", "concurency: 10"),
    "a-file": "",
  });
  const below = (...names: string[]) => path.join(folder, ...names);

  before(() => {
    for (const name of ["empty", "other", "closed"]) mkdirSync(below(name));
    writeFileSync(below("other", "notes.txt"), "");
    writeSync(below("sync"), [{ id: "i-1", files: COMPLIANT }]);
    writeSync(below("closed", "sync"), [{ id: "i-1", files: COMPLIANT }]);
  });

  after(discard);

  it("makes a page of evidence that it makes up, and says so", () => {
    const { code, out, err } = fleetCommand(folder, ...DEMO, "--servers", "3", "--out", "page.html");
    expect({ code, out, err }).to.deep.equal({
      code: 0,
      out: `${below("page.html")}: a report on made-up evidence of fleet.yaml\n`,
      err: "",
    });
    const page = readFileSync(below("page.html"), "utf8");
    expect(page.slice(0, 15)).to.equal("<!doctype html>");
    expect(page).to.match(/3 servers in 1 account/u);
    expect(page).to.include("All evidence here is made up: none of these servers exists.");
  });

  it("prints an answer for programs, and a summary for people", () => {
    const asked = ["report", "--data", "sync", "--as-of", "2026-11-20T08:00:00Z"];
    const { code, out } = fleetCommand(folder, ...asked, "--question", "coverage", "--json");
    expect(code).to.equal(0);
    const rows: Record<string, unknown>[] = JSON.parse(out);
    expect(rows.map((row) => [row["server"], row["class"]])).to.deep.equal([["i-1", "compliant"]]);
    expect(fleetCommand(folder, ...asked).out.split("\n")[0]).to.equal("1 of 1 server is green as of 2026-11-20T08:00:00Z");
  });

  it("says of a group that the fleet file does not have, and answers of a package what is asked of packages", () => {
    const asked = ["report", "--data", "sync", "--fleet", "fleet.yaml", "--as-of", "2026-11-20T08:00:00Z"];
    const { code, err } = fleetCommand(folder, ...asked, "--group", "other");
    expect([code, err]).to.deep.equal([0, "--group other: the fleet file has no such group; there are development\n"]);
    const rows: Record<string, unknown>[] = JSON.parse(fleetCommand(folder, ...asked, "--package", "curl", "--json").out);
    expect(rows.map((row) => [row["server"], row["package"], row["state"]])).to.deep.include(["i-1", "curl", "installed"]);
  });

  for (const [what, args, says] of [
    ["evidence that nobody names", [], /^error name the evidence: --data DIR/u],
    ["a folder that is not there", ["--data", "none"], /^error none: no such folder/u],
    ["a path below a file", ["--data", "a-file/sync"], /^error a-file\/sync: no such folder/u],
    ["a file", ["--data", "a-file"], /^error a-file is a file/u],
    ["an empty folder", ["--data", "empty"], /^error empty is empty/u],
    ["a folder with other data", ["--data", "other"], /^error other holds other data/u],
    ["another place", ["--data", "ftp://host/x"], /^error --data ftp:\/\/host\/x: wanted a folder/u],
    ["a question that is none", ["--data", "sync", "--question", "why"], /^error --question why: no such question/u],
    ["a format that is none", ["--data", "sync", "--format", "doc"], /^error --format doc: wanted html/u],
    ["a file in no folder", ["--data", "sync", "--out", "no/a.html"], /^error no\/a\.html is not written: there is no folder/u],
    [
      "a name of a folder",
      ["--data", "sync", "--out", "sync", "--format", "html"],
      /^error sync is not written: that is a folder/u,
    ],
    ["a demo of other evidence", ["--data", "sync", "--demo"], /^error --demo and --data sync: choose one/u],
  ] as const) {
    it(`rejects ${what} in one line`, () => {
      const before = readdirSync(folder);
      const { code, out, err } = fleetCommand(folder, "report", ...args);
      expect([code, out, err.split("\n").length]).to.deep.equal([1, "", 2]);
      expect(err).to.match(says);
      expect(readdirSync(folder)).to.deep.equal(before);
    });
  }

  it("rejects a wrong fleet file with its problems, before it reads anything", () => {
    const { code, err } = fleetCommand(folder, "report", "--data", "sync", "--fleet", "wrong.yaml");
    expect(code).to.equal(1);
    expect(err)
      .to.match(/^wrong\.yaml/u)
      .and.to.match(/error \d+ problems?\n$/u);
  });
});
