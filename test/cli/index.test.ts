import { expect } from "chai";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { preview } from "../../preview/preview";
import { fleetCommand, folderWith } from "../support/fleet-command";

const SUNDAYS = readFileSync("examples/development-sundays/fleet.yaml", "utf8");
const AS_OF = ["--as-of", "2026-11-21T08:00:00Z"];

describe("the fleet command", () => {
  const { folder, discard } = folderWith({
    "fleet.yaml": SUNDAYS,
    "wrong.yaml": SUNDAYS.replace("concurrency: 10", "concurency: 10")
      .replace("sundays 03:00", "sundays 3:00")
      .replace("errors: 30 %", "errors: 30 percent"),
    "noise.yaml": "ab: {\n".repeat(1_000_000),
  });
  after(discard);

  it("begins with a fleet file that previews as it stands, and never overwrites it", () => {
    expect(fleetCommand(folder, "init", "new.yaml")).to.deep.equal({
      code: 0,
      out: "wrote new.yaml; look at it, then: fleet preview new.yaml\n",
      err: "",
    });
    expect(fleetCommand(folder, "check", "new.yaml").out).to.equal("new.yaml is right: 1 stack\n");
    writeFileSync(path.join(folder, "new.yaml"), "mine");
    const again = fleetCommand(folder, "init", "new.yaml");
    expect([again.code, again.out]).to.deep.equal([1, ""]);
    expect(readFileSync(path.join(folder, "new.yaml"), "utf8")).to.equal("mine");
  });

  it("rejects a wrong fleet file with every problem at once, and exit code 1", () => {
    const { code, out, err } = fleetCommand(folder, "check", "wrong.yaml");
    expect([code, out]).to.deep.equal([1, ""]);
    expect(err).to.contain("wrong.yaml:11 groups.development.concurency\n").and.to.contain("Did you mean `concurrency`?");
    expect(err)
      .to.contain("wrong.yaml:12 groups.development.errors\n")
      .and.to.match(/error 2 problems\n$/);
  });

  for (const command of ["check", "plan", "preview", "calendar", "cost"]) {
    it(`rejects what ${command} cannot read in a line, never with a stack trace`, () => {
      for (const file of ["absent.yaml", ".", "noise.yaml"]) {
        const { code, err } = fleetCommand(folder, command, file);
        expect(code, file).to.equal(1);
        expect(err, file)
          .to.match(new RegExp(`^${file.replace(".", "\\.")}`))
          .and.not.to.match(/\n\s+at /);
      }
    });
  }

  it("prints problems as JSON for programs, with exit code 1", () => {
    const { code, out } = fleetCommand(folder, "preview", "absent.yaml", "--json");
    expect(code).to.equal(1);
    expect(JSON.parse(out)).to.deep.equal({
      stacks: [],
      calendar: [],
      problems: [
        {
          at: "absent.yaml",
          got: "no such file",
          want: "a fleet file",
          fix: "Write one with `npx fleet init`, or name another file.",
        },
      ],
      notices: [],
    });
  });

  it("previews as JSON of the published shape", () => {
    const { code, out } = fleetCommand(folder, "preview", "--json", ...AS_OF);
    const { stacks, calendar } = preview.parse(JSON.parse(out));
    expect(code).to.equal(0);
    expect(stacks.map(({ name, kind, account }) => ({ name, kind, account }))).to.deep.equal([
      { name: "dev", kind: "member", account: "111111111111" },
    ]);
    expect(calendar[0]).to.deep.equal({
      ring: "development",
      group: "development",
      account: "dev",
      region: "eu-west-1",
      starts: "2026-11-22T02:00:00Z",
      ends: "2026-11-22T06:00:00Z",
      operation: "install",
      held: null,
      awaits: null,
      approval: null,
    });
  });

  it("previews for people in at most 100 columns, without colour when it is no terminal", () => {
    const { code, out } = fleetCommand(folder, "preview", ...AS_OF);
    expect(code).to.equal(0);
    expect(out).to.contain("dev  member  111111111111  eu-west-1").and.not.to.contain("\u001B");
    expect(Math.max(...out.split("\n").map((line) => line.length))).to.be.at.most(100);
  });

  it("prints the plan for people and for programs", () => {
    expect(fleetCommand(folder, "plan").out).to.contain("development: every Sunday at 03:00 Europe/Paris, 4 hours");
    expect(JSON.parse(fleetCommand(folder, "plan", "--json", ...AS_OF).out)).to.include({
      asOf: "2026-11-21T08:00:00Z",
      tagKey: "PatchGroup",
    });
  });

  it("writes the runs as a calendar file", () => {
    expect(fleetCommand(folder, "calendar", "--days", "10", "--ics", "runs.ics", ...AS_OF).code).to.equal(0);
    expect(readFileSync(path.join(folder, "runs.ics"), "utf8").match(/BEGIN:VEVENT/g)).to.have.length(3);
    expect(fleetCommand(folder, "calendar", "--ics", "no/such/folder.ics").err).to.match(
      /^error no\/such\/folder\.ics cannot be written/,
    );
  });

  it("rejects an unknown stack, command, option or instant in a line", () => {
    for (const args of [
      ["preview", "--stack", "prod"],
      ["upgrade"],
      ["check", "--fast"],
      ["check", "--as-of", "someday"],
      ["calendar", "--days", "0"],
    ]) {
      const { code, err } = fleetCommand(folder, ...args);
      expect(code, args.join(" ")).to.equal(1);
      expect(err, args.join(" "))
        .to.match(/^error/)
        .and.not.to.match(/\n\s+at /);
    }
  });

  describe("reviews, promotes and runs", () => {
    const reviewed = folderWith({ "fleet.yaml": readFileSync("examples/reference/fleet.yaml", "utf8") });
    after(reviewed.discard);
    const fleet = (...args: readonly string[]) => fleetCommand(reviewed.folder, ...args);

    it("from made-up evidence: a packet and a draft, which is never overwritten", () => {
      fleet("report", "--demo", "--servers", "200", "--demo-out", "data", "--out", "report.html", ...AS_OF);
      const ask = ["review", "prod-sensitive", "--data", "data", ...AS_OF];
      const { code, out } = fleet(...ask, "--by", "carla@example.com");
      expect(code).to.equal(0);
      expect(out).to.contain("wrote changes/approvals/2026-11-21-prod-sensitive.yaml\n");
      expect(fleet(...ask, "--by", "somebody@example.com").err).to.match(
        /is there already and says something else; nothing is written/u,
      );
      expect(JSON.parse(fleet(...ask, "--by", "carla@example.com", "--json").out)).to.deep.include({ group: "prod-sensitive" });
    });

    it("rejects what cannot be done, in a line and with exit code 1", () => {
      const lines: readonly (readonly [readonly string[], RegExp])[] = [
        [["review", "prod-auto", "--data", "data"], /^error prod-auto is not under review/u],
        [["review", "prod-sensitive"], /^error name the evidence: --data DIR/u],
        [["review", "prod-sensitive", "--data", "nowhere"], /^error nowhere: no such folder/u],
        [["promote", "prod", "--data", "data"], /^error ring prod installs what its baselines approve: write `promote: exact`/u],
      ];
      for (const [args, line] of lines) {
        const { code, err } = fleet(...args);
        expect([code, err.trim().split("\n").length], args.join(" ")).to.deep.equal([1, 1]);
        expect(err).to.match(line);
      }
    });

    it("rejects to start anything while a change is wrong", () => {
      const name = "2026-11-21-prod-sensitive-early.yaml";
      mkdirSync(path.join(reviewed.folder, "changes/approvals"), { recursive: true });
      writeFileSync(path.join(reviewed.folder, "changes/approvals", name), "group: prod-sensitive\n");
      const { code, err } = fleet("run", "scan", "prod-auto", "--region", "eu-west-1");
      expect([code, err.includes(name)]).to.deep.equal([1, true]);
    });
  });
});
