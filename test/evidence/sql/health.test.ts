import { expect } from "chai";
import { openDatabase } from "../../../evidence/engine/database";
import { ingest } from "../../../evidence/engine/ingest";
import { findLayout } from "../../../evidence/engine/layout";
import { DUCKDB } from "../../../evidence/sql/dialect";
import { healthSql } from "../../../evidence/sql/health";
import { inputRelations } from "../../../evidence/sql/inputs";
import { lakeStatement } from "../../../evidence/sql/lake";
import { statement } from "../../../evidence/sql/statement";
import { VIEWS } from "../../../evidence/sql/views";
import { HEALTH, HEALTH_CASES, healthInputs, writeHealth, type HealthCase } from "../../support/ring-health";
import { inFolder } from "../../support/sync";

const ALWAYS = new Set([...VIEWS.values()].filter(({ kept }) => kept === "always").map(({ name }) => name));

/** What the evidence of a case says. */
function release(which: HealthCase): Promise<unknown> {
  return inFolder(async (folder) => {
    writeHealth(folder, which);
    const database = await openDatabase();
    await ingest(database, findLayout(folder));
    const query = healthSql({ ...HEALTH, ...which.question });
    const rows = await database.rows(statement(DUCKDB, VIEWS, inputRelations(healthInputs(which)), query, ALWAYS));
    database.close();
    return rows;
  });
}

describe("the health of the ring before", () => {
  for (const which of HEALTH_CASES) {
    it(`says "${which.want.slice(0, which.want.indexOf(" "))}" when ${which.name}`, async () => {
      expect(await release(which)).to.deep.equal([{ release: which.want }]);
    });
  }

  it("is a statement that Athena takes, the same whatever the day", () => {
    const sql = lakeStatement("fleet_evidence", "PatchGroup", healthSql(HEALTH));
    expect(sql.length).to.be.below(262_144);
    expect(sql)
      .to.include("current_timestamp")
      .and.not.match(/1970-01-01 00/u);
  });
});
