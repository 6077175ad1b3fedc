import { expect } from "chai";
import * as fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { check } from "../../../fleet/check";
import { toProblems } from "../../../fleet/locate";
import { parseFleet } from "../../../fleet/parse";
import { FULL_FLEET, replaced, SHARED_FLEET, SMALL_FLEET } from "../../support/fleet-text";
import { judged } from "../../support/judged";
import { mutatedFleets } from "../../support/mutated";
import { reordered } from "../../support/plain";

describe("check", () => {
  for (const [what, text] of Object.entries({ SMALL_FLEET, SHARED_FLEET, FULL_FLEET })) {
    it(`accepts ${what.toLowerCase().replace("_", " ")}`, () => expect(judged(check, text)).to.deep.equal([]));
  }

  it("tells everything at once, in the order of the file", () => {
    const text = replaced(
      replaced(replaced(SHARED_FLEET, "after: dev", "after: prod"), "name: dev,", "name: dev, zone: PST,"),
      "baselines: [ubuntu], servers",
      "baselines: [ubunto], servers",
    );
    expect(judged(check, text).map(({ at }) => at)).to.deep.equal([
      "fleet.yaml:11 rings[0].zone",
      "fleet.yaml:12 rings[1].after",
      "fleet.yaml:15 groups.shop.baselines[0]",
    ]);
  });

  it("never throws, and says each thing in full, whatever a fleet of the right shape says", () => {
    let shaped = 0;
    fc.assert(
      fc.property(mutatedFleets(SMALL_FLEET, SHARED_FLEET, FULL_FLEET), (text) => {
        const read = parseFleet(text, "fleet.yaml");
        if ("problems" in read) {
          expect(read.problems).to.not.have.length(0);
          return;
        }
        shaped++;
        for (const problem of toProblems(check(read.fleet), read.source)) {
          expect(problem.at).to.match(/^fleet\.yaml:\d+ \S/);
          expect(problem.got).to.match(/\S/);
          expect(problem.want).to.match(/\S/);
          expect(problem.fix).to.match(/^\P{Ll}.*[.?!]$/su);
        }
      }),
      { numRuns: 400 },
    );
    expect(shaped).to.be.greaterThan(80);
  });

  it("says the same whatever the order of keys", () => {
    const said = (text: string) => {
      const read = parseFleet(text, "fleet.yaml");
      return "problems" in read
        ? []
        : toProblems(check(read.fleet)).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    };
    fc.assert(
      fc.property(mutatedFleets(SHARED_FLEET, FULL_FLEET), (text) => {
        expect(said(reordered(text, (keys) => keys.toReversed()))).to.deep.equal(said(text));
      }),
      { numRuns: 200 },
    );
  });

  it("runs every check of its folder, each with a test of its own", () => {
    const parts = new Set(["index", "changes", "every-rule", "everywhere", "placed", "repeats"]);
    const files = readdirSync("fleet/check").map((file) => file.replace(/\.ts$/, ""));
    const run = [...readFileSync("fleet/check/index.ts", "utf8").matchAll(/from "\.\/([a-z-]+)"/g)].map((found) => found[1]);
    const tested = readdirSync("test/fleet/check").map((file) => file.replace(/\.test\.ts$/, ""));
    const checks = files.filter((file) => !parts.has(file));
    expect(run).to.have.members(checks);
    expect(tested).to.have.members([...checks, "changes", "index"]);
  });
});
