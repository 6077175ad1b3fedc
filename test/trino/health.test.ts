import { expect } from "chai";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { healthSql } from "../../evidence/sql/health";
import { HEALTH, TELLING_CASES, healthInputs, writeHealth } from "../support/ring-health";
import { BothEngines } from "./both-engines";
import { Trino } from "./trino";

describe("a ring's health on DuckDB and Trino", () => {
  const trino = new Trino();
  before(() => trino.start());
  after(() => trino.stop());

  for (const [place, which] of TELLING_CASES.entries()) {
    it(`is the same when ${which.name}`, async () => {
      const folder = mkdtempSync(path.join(tmpdir(), "health-"));
      writeHealth(folder, which);
      const both = await BothEngines.open(folder, trino, `health${place}`);
      try {
        const query = healthSql({ ...HEALTH, ...which.question });
        const inputs = healthInputs(which);
        expect(await both.duckdb(query, inputs)).to.deep.equal([{ release: which.want }]);
        expect(await both.trino(query, inputs)).to.deep.equal([{ release: which.want }]);
      } finally {
        both.close();
        rmSync(folder, { recursive: true });
      }
    });
  }
});
