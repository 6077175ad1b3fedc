import { expect } from "chai";
import { TRINO } from "../../../evidence/sql/dialect";
import { FINDINGS } from "../../../evidence/sql/findings";
import { healthSql } from "../../../evidence/sql/health";
import { APPENDS } from "../../../evidence/sql/history";
import { QUESTION_SQL } from "../../../evidence/sql/questions";
import type { QuestionSql } from "../../../evidence/sql/statement";
import { VIEWS } from "../../../evidence/sql/views";
import { HEALTH } from "../../support/ring-health";

const STATEMENTS: readonly QuestionSql[] = [
  ...QUESTION_SQL.values(),
  ...APPENDS.map((append) => ({ ...append, name: `append ${append.name}` })),
  ...Object.values(FINDINGS),
  { ...healthSql(HEALTH), name: "health" },
];

/** How often a relation is read when every common table is put in place of each mention of it, as Trino and Athena do. */
function reads(query: QuestionSql, relation: string): number {
  const steps = new Map(Object.entries(query.steps?.(TRINO) ?? {}));
  const readBy = (sql: string): number =>
    [...sql.matchAll(/\b(?:FROM|JOIN)\s+([a-z_]+)/gu)]
      .map(([, name = ""]) => (name === relation ? 1 : readBy(steps.get(name) ?? VIEWS.get(name)?.sql(TRINO) ?? "")))
      .reduce((sum, count) => sum + count, 0);
  return readBy(query.sql(TRINO));
}

describe("a statement, in which an engine puts each common table in place of its mentions", () => {
  for (const query of STATEMENTS) {
    it(`decides the class of each server once at most: ${query.name}`, () => {
      expect(reads(query, "servers")).to.be.at.most(1);
    });
  }

  it("reads the items of scans for the servers, for what is damaged and for itself", () => {
    expect(Object.fromEntries(STATEMENTS.map((query) => [query.name, reads(query, "aws_complianceitem")]))).to.deep.equal({
      coverage: 2,
      changes: 3,
      packages: 4,
      missing: 3,
      failed: 3,
      "pending-reboot": 3,
      runs: 3,
      ended: 2,
      trend: 2,
      drift: 2,
      review: 3,
      "review-servers": 2,
      installed: 3,
      "installed-places": 2,
      "installed-systems": 3,
      "append changes": 3,
      "append coverage": 2,
      Missing: 0,
      Reboot: 3,
      Held: 0,
      health: 2,
    });
  });
});
