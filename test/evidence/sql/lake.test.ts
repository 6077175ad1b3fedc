import { expect } from "chai";
import { APPENDS } from "../../../evidence/sql/history";
import { inputRelations, type Expected } from "../../../evidence/sql/inputs";
import { FLEET_TABLES, fleetRows, lakeAppend, lakeStatement } from "../../../evidence/sql/lake";
import { QUESTION_SQL } from "../../../evidence/sql/questions";

const EXPECTED: Expected = {
  tagKey: "PatchGroup",
  groups: [{ account: "444444444444", region: "eu-west-1", group: "web", tag: "Web", ring: "prod", pendingReboot: 72 }],
  counts: [{ account: null, region: null, group: "web", tag: "Web", servers: 40 }],
  machines: [{ account: "444444444444", region: "eu-west-1", tag: "Web", name: "app-1" }],
  rings: [{ ring: "dev", before: null }],
  ended: [{ platform: "Ubuntu", version: "20.04", on: "2025-05-31" }],
};
const inputs = inputRelations({ asOf: "2026-11-21T08:00:00Z", expected: EXPECTED });
const coverage = lakeStatement("fleet_evidence", "PatchGroup", QUESTION_SQL.get("coverage")!);

describe("the tables of what a fleet expects", () => {
  it("are the inputs of the questions, with the same columns in the same order", () => {
    for (const { table, columns } of FLEET_TABLES) {
      const [, names] = /AS given \(([^)]+)\)$/u.exec(inputs.get(table) ?? "") ?? [];
      expect(names, table).to.equal(Object.keys(columns).join(", "));
    }
    expect([...inputs.keys()].filter((name) => name !== "asked")).to.have.members(FLEET_TABLES.map(({ table }) => table));
  });

  it("hold the same rows as text, without what is not known", () => {
    expect(FLEET_TABLES.map((table) => fleetRows(table, EXPECTED))).to.deep.equal([
      [{ accountid: "444444444444", region: "eu-west-1", name: "web", patchgroup: "Web", ring: "prod", pendingreboot: "72" }],
      [{ name: "web", patchgroup: "Web", servers: "40" }],
      [{ accountid: "444444444444", region: "eu-west-1", patchgroup: "Web", machine: "app-1" }],
      [{ ring: "dev" }],
      [{ platform: "Ubuntu", version: "20.04", endedon: "2025-05-31" }],
    ]);
  });
});

describe("a statement of the lake", () => {
  it("reads each raw table with the file that a row stands in, and each input as numbers where it is one", () => {
    expect(coverage).to.include(`aws_patchsummary AS (SELECT *, "$path" AS file FROM "fleet_evidence"."aws_patchsummary")`);
    expect(coverage).to.include("CAST(servers AS BIGINT) AS servers");
    expect(coverage).to.include("CAST('PatchGroup' AS VARCHAR) AS tagkey");
  });

  it("asks now, and says nothing of the day or the fleet on which it was written", () => {
    for (const query of [...QUESTION_SQL.values(), ...APPENDS]) {
      const sql = lakeStatement("fleet_evidence", "PatchGroup", query);
      expect(sql, query.name).to.include("CAST(current_timestamp AT TIME ZONE 'UTC' AS TIMESTAMP) AS instant");
      expect(sql, query.name).to.not.match(/1970-01-01 00|444444444444|AS given/u);
      expect(sql.length, query.name).to.be.below(262_144);
    }
  });

  it("defines every name once, each before it is read", () => {
    for (const query of [...QUESTION_SQL.values(), ...APPENDS]) {
      const names = [...lakeStatement("db", "PatchGroup", query).matchAll(/^(?:WITH )?([a-z_]+) AS \(/gmu)].map(
        ([, name]) => name,
      );
      expect(new Set(names).size, query.name).to.equal(names.length);
      expect(names, query.name).to.include("asked");
    }
  });

  it("appends to its own table, the history's", () => {
    expect(APPENDS.map((append) => lakeAppend("db", "PatchGroup", append).split("\n")[0])).to.deep.equal([
      `INSERT INTO "db"."history_changes"`,
      `INSERT INTO "db"."history_coverage"`,
    ]);
  });
});
