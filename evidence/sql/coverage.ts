import { chosen, serverColumns, type QuestionSql } from "./statement";

/** A count for several places says of what is not there not even where. */
const WHY = `covered.why || CASE WHEN covered.accountid IS NULL THEN '; in which account is not said'
    WHEN covered.region IS NULL THEN '; in which region is not said' ELSE '' END`;

/** Every server of the fleet, in exactly one class. */
export const COVERAGE_SQL: QuestionSql = {
  name: "coverage",
  needs: ["covered", "asked"],
  sql: (dialect) => `
SELECT ${serverColumns("covered")}, covered.patchgroup AS "group", covered.class AS "class", covered.ended AS "ended",
  ${dialect.instantText("covered.lastscan")} AS "lastScan", covered.patchesitself AS "patchesItself", ${WHY} AS "why"
FROM covered CROSS JOIN asked
WHERE ${chosen("covered")}
ORDER BY 1, 2, 3`,
};
