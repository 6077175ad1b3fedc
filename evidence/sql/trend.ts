import { instantOf } from "./reading";
import { chosen, type QuestionSql } from "./statement";

/** The classes of each day that the history holds, and of the instant that is asked for. */
export const TREND_SQL: QuestionSql = {
  name: "trend",
  needs: ["covered", "asked"],
  sql: (dialect) => `
SELECT told.day AS "day", told.class AS "class", count(*) AS "servers"
FROM (
  SELECT ${dialect.dayText("asked.instant")} AS day, covered.class, covered.accountid, covered.patchgroup
  FROM covered CROSS JOIN asked
  UNION ALL
  SELECT history_coverage.day, history_coverage.class, history_coverage.accountid, history_coverage.patchgroup
  FROM history_coverage CROSS JOIN asked
  WHERE history_coverage.day < ${dialect.dayText("asked.instant")}) AS told
CROSS JOIN asked
WHERE ${chosen("told")} AND (asked.since IS NULL OR told.day >= ${dialect.dayText("asked.since")})
  AND (asked.until IS NULL OR ${instantOf(dialect, "told.day")} < asked.until)
GROUP BY told.day, told.class
ORDER BY 1, 2`,
};
