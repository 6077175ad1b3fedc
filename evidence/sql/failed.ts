import { instantOf, sameServer } from "./reading";
import { chosen, serverColumns, type QuestionSql } from "./statement";

/** Every patch that failed, with what the agent said of it. */
export const FAILED_SQL: QuestionSql = {
  name: "failed",
  needs: ["open_patches", "servers", "asked"],
  sql: (dialect) => `
SELECT ${serverColumns("told")}, told.id AS "patch", told.severity AS "severity", ${dialect.instantText("told.at")} AS "at", told.detailedtext AS "error"
FROM (
  SELECT patches.accountid, patches.region, patches.resourceid, patches.id, patches.severity, patches.detailedtext, servers.patchgroup,
    coalesce(${instantOf(dialect, "patches.executiontime")}, servers.operationended) AS at
  FROM open_patches AS patches INNER JOIN servers ON ${sameServer("patches", "servers")}
  WHERE patches.state = 'failed') AS told
CROSS JOIN asked
WHERE ${chosen("told")}
ORDER BY 1, 2, 3, 4, 5, 6, 7`,
};
