import { expect } from "chai";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readFleet } from "../../stacks/read-fleet";
import { APPROVAL_TEXT, REVIEWED_FLEET } from "../support/changes-text";
import { SMALL_FLEET } from "../support/fleet-text";
import { AS_OF } from "../support/two-accounts";

describe("readFleet", () => {
  let folder = "";
  before(() => (folder = mkdtempSync(path.join(tmpdir(), "fleet-"))));
  after(() => rmSync(folder, { recursive: true }));

  const at = (name: string) => path.join(folder, name);
  const problems = (name: string) => {
    const opened = readFleet(at(name), AS_OF);
    return "problems" in opened ? opened.problems : [];
  };

  it("reads a fleet file and decides it for an instant", () => {
    writeFileSync(at("fleet.yaml"), SMALL_FLEET);
    const opened = readFleet(at("fleet.yaml"), AS_OF);
    expect("plan" in opened && [opened.plan.asOf, opened.plan.stacks.map(({ name }) => name)]).to.deep.equal([AS_OF, ["dev"]]);
  });

  it("rejects a file that is not there", () => {
    expect(problems("absent.yaml")).to.deep.equal([
      {
        at: at("absent.yaml"),
        got: "no such file",
        want: "a fleet file",
        fix: "Write one with `npx fleet init`, or name another file.",
      },
    ]);
  });

  it("rejects a folder, and a path through a file", () => {
    mkdirSync(at("folder"));
    expect(problems("folder")).to.deep.equal([
      { at: at("folder"), got: "a folder", want: "a fleet file", fix: "Name the file in it." },
    ]);
    writeFileSync(at("file"), "");
    expect(problems("file/fleet.yaml")).to.have.lengthOf(1);
  });

  it("rejects a file that is larger than any fleet, without reading it", () => {
    writeFileSync(at("large.yaml"), "");
    truncateSync(at("large.yaml"), 12_345_678);
    expect(problems("large.yaml")).to.deep.equal([
      { at: at("large.yaml"), got: "12 MB", want: "a fleet file", fix: "Name the fleet file: it is never this large." },
    ]);
  });

  it("rejects a file that may not be read", () => {
    writeFileSync(at("secret.yaml"), SMALL_FLEET);
    chmodSync(at("secret.yaml"), 0o000);
    // Nothing keeps root out: as root, this asks as somebody else.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(problems("secret.yaml")).to.deep.equal([
        {
          at: at("secret.yaml"),
          got: "a file that may not be read",
          want: "a fleet file",
          fix: "Give yourself the right to read it.",
        },
      ]);
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  it("rejects what is wrong inside with line and path", () => {
    writeFileSync(at("wrong.yaml"), SMALL_FLEET.replace("ring: dev,", "ring: prod,"));
    expect(problems("wrong.yaml").map(({ at: where }) => where)).to.deep.equal([`${at("wrong.yaml")}:8 groups.dev.ring`]);
  });

  const change = "group: databases\n";
  const withChanges = (name: string, text: string) => {
    mkdirSync(at(`${name}/approvals`), { recursive: true });
    writeFileSync(at(`${name}/approvals/2026-11-29-databases.yaml`), text);
  };

  it("reads the changes beside the fleet file, or those of a folder that is named", () => {
    mkdirSync(at("reviewed"));
    writeFileSync(at("reviewed/fleet.yaml"), REVIEWED_FLEET);
    withChanges("reviewed/changes", APPROVAL_TEXT);
    const approvals = (...named: string[]) => {
      const opened = readFleet(at("reviewed/fleet.yaml"), AS_OF, ...named);
      return "plan" in opened ? opened.plan.approvals.map(({ key }) => key) : opened.problems;
    };
    expect(approvals()).to.deep.equal(["2026-11-29-databases"]);
    mkdirSync(at("none"));
    expect(approvals(at("none"))).to.deep.equal([]);
    expect(approvals(at("absent"))).to.have.lengthOf(1);
  });

  it("rejects what is wrong with fleet and changes at once, and what cannot be read of them", () => {
    mkdirSync(at("both"));
    writeFileSync(at("both/fleet.yaml"), SMALL_FLEET.replace("ring: dev,", "ring: prod,"));
    withChanges("both/changes", change);
    writeFileSync(at("both/changes/approvals/x.yml"), "");
    const places = problems("both/fleet.yaml").map(({ at: where }) => where.replace(folder, ""));
    expect(places).to.deep.equal([
      "/both/fleet.yaml:8 groups.dev.ring",
      ...["why", "window", "requested", "expires"].map((key) => `/both/changes/approvals/2026-11-29-databases.yaml:1 ${key}`),
      "/both/changes/approvals/x.yml",
    ]);
  });
});
