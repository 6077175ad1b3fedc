import { chosen, serverColumns, type QuestionSql } from "./statement";

/** Every server of the fleet, in exactly one class. */
export const COVERAGE_SQL: QuestionSql = {
  name: "coverage",
  needs: ["covered", "asked"],
  sql: (dialect) => `
SELECT ${serverColumns("covered")}, covered.patchgroup AS "group", covered.class AS "class", covered.ended AS "ended",
  ${dialect.instantText("covered.lastscan")} AS "lastScan", covered.patchesitself AS "patchesItself", covered.why AS "why"
FROM covered CROSS JOIN asked
WHERE ${chosen("covered")}
ORDER BY 1, 2, 3`,
};
