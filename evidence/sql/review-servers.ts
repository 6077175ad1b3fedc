import { serverColumns, type QuestionSql } from "./statement";

/** Every server of one group, expected ones that are not there too, with its name, its system and since when that has ended: whom a review speaks for. */
export const REVIEW_SERVERS_SQL: QuestionSql = {
  name: "review-servers",
  needs: ["covered", "asked"],
  sql: (dialect) => `
SELECT ${serverColumns("covered")}, covered.computername AS "name", covered.system AS "system",
  CASE WHEN covered.ended THEN covered.endedon END AS "ended", covered.class AS "class",
  ${dialect.instantText("covered.lastscan")} AS "lastScan", covered.why AS "why"
FROM covered CROSS JOIN asked
WHERE covered.patchgroup = asked.patchgroup
ORDER BY 1, 2, 3`,
};
