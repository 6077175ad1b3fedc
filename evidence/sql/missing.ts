import { instantOf, sameServer, wholeUnits } from "./reading";
import { chosen, serverColumns, type QuestionSql } from "./statement";

/**
 * What is missing on each server. The sync does not tell since when: it is since the scan that tells of it, or since the history
 * first saw it missing, whichever is earlier; so the days are a lower bound.
 */
export const MISSING_SQL: QuestionSql = {
  name: "missing",
  needs: ["open_patches", "servers", "spells", "asked"],
  sql: (dialect) => `
SELECT ${serverColumns("told")}, told.id AS "patch", told.severity AS "severity",
  ${wholeUnits(86_400, "CASE WHEN spells.since < told.seen OR told.seen IS NULL THEN spells.since ELSE told.seen END", "asked.instant")} AS "ageDays"
FROM (
  SELECT patches.accountid, patches.region, patches.resourceid, patches.id, patches.title, patches.severity, servers.patchgroup,
    coalesce(${instantOf(dialect, "patches.executiontime")}, ${instantOf(dialect, "patches.capturetime")}) AS seen
  FROM open_patches AS patches INNER JOIN servers ON ${sameServer("patches", "servers")}
  WHERE patches.state = 'missing') AS told
CROSS JOIN asked
LEFT JOIN spells ON ${sameServer("told", "spells")} AND spells.id = told.id AND spells.title = coalesce(told.title, '') AND spells.state = 'missing'
WHERE ${chosen("told")}
ORDER BY 1, 2, 3, 4, 5, 6`,
};
