import { expect } from "chai";
import { readFileSync } from "node:fs";
import { APPROVAL_NAME, APPROVAL_TEXT, RELEASE_NAME, REVIEWED_FLEET } from "../../support/changes-text";
import { fleetCommand, folderWith } from "../../support/fleet-command";
import { replaced } from "../../support/fleet-text";

const AS_OF = ["--as-of", "2026-11-26T08:00:00Z"];
const HELD = "state: held\nwhy: an audit\nby: ana@example.com\nuntil: 2027-02-01T00:00:00Z\n";

interface Told {
  readonly from: string;
  readonly weeks: number;
  readonly seed: number;
  readonly runs: number;
  readonly rows: readonly {
    readonly name: string;
    readonly kind: string;
    readonly weeks: readonly {
      readonly starts: string;
      readonly result: string;
      readonly heldBy: string | null;
      readonly runs: Readonly<Record<string, number>>;
    }[];
  }[];
}

describe("fleet simulate", function () {
  this.timeout(60_000);
  const { folder, discard } = folderWith({
    "fleet.yaml": readFileSync("examples/reference/fleet.yaml", "utf8"),
    "wrong.yaml": replaced(REVIEWED_FLEET, "servers: 4", "severs: 4"),
    "reviewed/fleet.yaml": REVIEWED_FLEET,
    [`reviewed/${APPROVAL_NAME}`]: APPROVAL_TEXT,
    "held/fleet.yaml": REVIEWED_FLEET,
    [`held/${RELEASE_NAME}`]: HELD,
    "edited/fleet.yaml": REVIEWED_FLEET,
    [`edited/${APPROVAL_NAME}`]: replaced(APPROVAL_TEXT, "ubuntu1.18", "ubuntu1.19"),
  });
  after(discard);
  const simulated = (...args: readonly string[]) => fleetCommand(folder, "simulate", ...args, ...AS_OF);
  const told = (...args: readonly string[]): Told => JSON.parse(simulated("--json", ...args).out);

  it("tells programs of each row and week, from the beginning of the day in UTC", () => {
    const { from, weeks, seed, runs, rows } = told("--weeks", "3", "--seed", "5");
    expect([from, weeks, seed]).to.deep.equal(["2026-11-26T00:00:00Z", 3, 5]);
    expect(rows.map(({ name, kind }) => [name, kind])).to.deep.equal([
      ["nonprod", "ring"],
      ["prod", "ring"],
      ["prod-sensitive", "review group"],
    ]);
    let counted = 0;
    for (const row of rows) {
      expect(row.weeks.map(({ starts }) => starts)).to.deep.equal(
        ["2026-11-26", "2026-12-03", "2026-12-10"].map((day) => `${day}T00:00:00Z`),
      );
      for (const week of row.weeks) {
        expect(Object.keys(week)).to.deep.equal(["starts", "result", "heldBy", "runs"]);
        expect(Object.keys(week.runs)).to.deep.equal(["installed", "failed", "held", "none"]);
        expect(["installed", "failed", "held", "none"]).to.include(week.result);
        expect(week.heldBy !== null, week.starts).to.equal(week.result === "held");
        counted += Object.values(week.runs).reduce((sum, count) => sum + count, 0);
      }
    }
    // Restarts of a standing window are runs too, and no row's.
    expect(counted).to.be.greaterThan(20).and.at.most(runs);
  });

  it("says the same for the same seed, by default the first, and something else for another", () => {
    const [first, again, other] = [
      simulated("--json"),
      simulated("--json", "--seed", "1", "--weeks", "52"),
      simulated("--json", "--seed", "2"),
    ];
    expect(first).to.deep.equal(again);
    const rows = ({ out }: typeof first) => JSON.parse(out).rows;
    expect(rows(first)).to.not.deep.equal(rows(other));
    expect(rows(first)[0].weeks).to.have.lengthOf(52);
  });

  it("takes one week and three years", () => {
    for (const weeks of [1, 156])
      expect(told("--weeks", String(weeks)).rows.map((row) => row.weeks.length)).to.deep.equal([weeks, weeks, weeks]);
  });

  for (const [args, wants] of [
    [["--weeks", "0"], "Wanted a whole number of weeks, 1 to 156."],
    [["--weeks", "157"], "Wanted a whole number of weeks, 1 to 156."],
    [["--weeks", "2.5"], "Wanted a whole number of weeks, 1 to 156."],
    [["--seed", "-1"], "Wanted a whole number, 0 to 2147483647."],
    [["--seed", "2147483648"], "Wanted a whole number, 0 to 2147483647."],
    [["--seed", "1e3"], "Wanted a whole number, 0 to 2147483647."],
  ] as const)
    it(`rejects ${args.join(" ")} in one clear line`, () => {
      const { code, out, err } = simulated(...args);
      expect([code, out]).to.deep.equal([1, ""]);
      expect(err.split("\n")).to.deep.equal([
        `error: option '${args[0]} <number>' argument '${args[1]}' is invalid. ${wants}`,
        "(fleet --help shows what there is)",
        "",
      ]);
    });

  it("rejects a fleet file with all its problems, and changes that are wrong", () => {
    const wrong = simulated("wrong.yaml");
    expect([wrong.code, wrong.out]).to.deep.equal([1, ""]);
    expect(wrong.err)
      .to.contain("wrong.yaml:11 groups.web.severs\n")
      .and.to.match(/error 1 problem\n$/u);
    const edited = simulated("edited/fleet.yaml", "--json");
    expect([edited.code, edited.out]).to.deep.equal([1, ""]);
    expect(edited.err)
      .to.contain(`edited/${APPROVAL_NAME}:11 digest\n`)
      .and.not.to.match(/\n\s+at /u);
  });

  it("draws the year for people without colours where it is no terminal", () => {
    const { code, out, err } = simulated("--weeks", "20", "--seed", "3");
    expect([code, err]).to.deep.equal([0, ""]);
    expect(out).to.not.contain("\u001B");
    const lines = out.split("\n");
    expect(lines[0]).to.equal("fleet.yaml: 20 weeks from 2026-11-26 as they may go, seed 3");
    const rows = told("--weeks", "20", "--seed", "3").rows;
    const drawn = lines.slice(3, 3 + rows.length).map((line) => line.split(/ +/u));
    expect(drawn.map(([name]) => name)).to.deep.equal(rows.map(({ name }) => name));
    const signs: Readonly<Record<string, string>> = { installed: "■", failed: "x", none: "·" };
    for (const [place, { weeks }] of rows.entries()) {
      const signed = [...(drawn[place]?.[1] ?? "")];
      expect(signed.map((sign) => (/[A-Z]/u.test(sign) ? "held" : sign))).to.deep.equal(
        weeks.map(({ result }) => signs[result] ?? result),
      );
    }
    expect(lines.at(-2)).to.match(/^prod-sensitive: \d+ weeks? installed, \d+ failed, \d+ held.*, \d+ without a run$/u);
    expect(Math.max(...lines.map((line) => line.length))).to.be.at.most(100);
  });

  it("lives through the reviewed changes: the approval of a group that has one, and no other", () => {
    const row = told("reviewed/fleet.yaml", "--weeks", "12").rows.find(({ name }) => name === "databases");
    const runs = row?.weeks.map(({ runs: counts }) => Object.values(counts).reduce((sum, count) => sum + count, 0));
    expect(runs).to.deep.equal([1, ...Array.from({ length: 11 }, () => 0)]);
  });

  it("lives through the reviewed changes: a ring that people hold installs nothing, and the picture tells by whom", () => {
    const row = told("held/fleet.yaml", "--weeks", "9").rows.find(({ name }) => name === "databases");
    expect(row?.weeks.filter(({ result }) => result === "installed" || result === "failed")).to.deep.equal([]);
    expect(row?.weeks.flatMap(({ heldBy }) => heldBy ?? [])).to.deep.equal(["people", "people"]);
  });
});
