import { expect } from "chai";
import { parseFleet } from "../../fleet/parse";
import type { Problem } from "../../fleet/problem";
import { FULL_FLEET, replaced, SMALL_FLEET } from "../support/fleet-text";

function problemsIn(text: string): readonly Problem[] {
  const read = parseFleet(text, "fleet.yaml");
  return "problems" in read ? read.problems : [];
}

describe("parseFleet", () => {
  it("reads a fleet of ten lines and fills in the defaults", () => {
    const read = parseFleet(SMALL_FLEET, "fleet.yaml");
    if ("problems" in read) throw new Error(JSON.stringify(read.problems));
    expect(read.fleet).to.deep.equal({
      tagKey: "PatchGroup",
      tags: {},
      accounts: { dev: { id: "111122223333", regions: ["eu-west-1"], labels: {} } },
      baselines: {
        ubuntu: {
          system: "UBUNTU",
          rules: [{ priority: ["Required", "Important"], compliance: "UNSPECIFIED", nonSecurity: false }],
          approve: [],
          approvedCompliance: "UNSPECIFIED",
          reject: [],
          rejectAction: "BLOCK",
          approvedNonSecurity: false,
          sources: [],
        },
      },
      defaults: {},
      rings: [{ name: "dev", promote: "none", install: "sundays 03:00", zone: "UTC", duration: 4, cutoff: 1 }],
      groups: {
        dev: {
          ring: "dev",
          baselines: ["ubuntu"],
          review: "none",
          concurrency: { count: 10 },
          errors: { percent: 30 },
          pendingReboot: 72,
          rebootConcurrency: { count: 1 },
        },
      },
      scan: "wednesdays 12:00 UTC",
      freezes: [],
      ended: {},
      securityHub: { findings: false },
      hybrid: {},
    });
  });

  it("reads a fleet that uses every key", () => {
    expect(problemsIn(FULL_FLEET)).to.deep.equal([]);
  });

  it("reads a file with a byte order mark and Windows line ends", () => {
    expect(problemsIn(`\uFEFF${SMALL_FLEET.replaceAll("\n", "\r\n")}`)).to.deep.equal([]);
  });

  it("reads JSON, which is YAML", () => {
    const read = parseFleet(SMALL_FLEET, "fleet.yaml");
    expect("fleet" in read).to.equal(true);
    const json = JSON.stringify({
      accounts: { dev: { id: "111122223333", regions: ["eu-west-1"] } },
      rings: [{ name: "dev", install: "sundays 03:00" }],
      groups: {},
    });
    expect(problemsIn(json)).to.deep.equal([]);
  });

  it("reads an alias as the value that it stands for", () => {
    const text = `${SMALL_FLEET}  web: &web { ring: dev, baselines: [ubuntu] }\n  api: *web\n`;
    const read = parseFleet(text, "fleet.yaml");
    expect("fleet" in read && read.fleet.groups["api"]).to.deep.equal("fleet" in read && read.fleet.groups["web"]);
  });

  it("tells all problems at once, in the order of the file", () => {
    const text = replaced(replaced(SMALL_FLEET, "system: UBUNTU", "system: UBUNTUU"), "install: sundays", "instal: sundays");
    expect(problemsIn(text).map(({ at }) => at)).to.deep.equal([
      "fleet.yaml:4 baselines.ubuntu.system",
      "fleet.yaml:6 rings[0].install",
      "fleet.yaml:6 rings[0].instal",
    ]);
  });

  it("tells a hundred problems without a word of more", () => {
    const keys = Array.from({ length: 100 }, (_, place) => `k${place}: 1\n`).join("");
    expect(problemsIn(SMALL_FLEET + keys)).to.have.length(100);
  });

  it("tells at most a hundred problems and that there are more", () => {
    const keys = Array.from({ length: 5_000 }, (_, place) => `k${place}: 1\n`).join("");
    const problems = problemsIn(SMALL_FLEET + keys);
    expect(problems).to.have.length(101);
    expect(problems[100]).to.deep.equal({
      at: "fleet.yaml",
      got: "further problems",
      want: "none",
      fix: "Mend those above, then look again.",
    });
  });
});
