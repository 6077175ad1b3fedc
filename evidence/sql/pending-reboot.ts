import { keyOf, samePlace, sameServer, wholeUnits } from "./reading";
import { chosen, serverColumns, type QuestionSql } from "./statement";

/** What a group allows where the fleet file says nothing, in hours. */
const ALLOWED = 72;

/**
 * Every server that waits for a restart: since the earliest of what tells (when an item was installed, the last install without a
 * restart, the first sight in the history), else since the end of its last operation.
 */
export const PENDING_REBOOT_SQL: QuestionSql = {
  name: "pending-reboot",
  needs: ["open_patches", "servers", "spells", "expected_groups", "asked"],
  sql: (dialect) => `
SELECT ${serverColumns("waiting")}, waiting.patchgroup AS "group", ${dialect.instantText("waiting.since")} AS "since",
  ${wholeUnits(3600, "waiting.since", "asked.instant")} AS "hours",
  CASE WHEN waiting.since IS NULL THEN true
    ELSE date_diff('second', waiting.since, asked.instant) > 3600 * coalesce(expected_groups.pendingreboot, ${ALLOWED}) END AS "late"
FROM (
  SELECT ${keyOf("servers")}, servers.patchgroup, coalesce(
    min(CASE WHEN servers.noreboot < told.at OR told.at IS NULL THEN servers.noreboot ELSE told.at END), max(servers.operationended)) AS since
  FROM servers
  LEFT JOIN (
    SELECT accountid, region, resourceid, installedat AS at FROM open_patches AS patches WHERE state = 'pending reboot'
    UNION ALL
    SELECT accountid, region, resourceid, since FROM spells WHERE state = 'pending reboot') AS told ON ${sameServer("servers", "told")}
  WHERE servers.pending > 0 OR servers.itemspending > 0
  GROUP BY ${keyOf("servers")}, servers.patchgroup) AS waiting
CROSS JOIN asked
LEFT JOIN expected_groups ON ${samePlace("expected_groups", "waiting")}
WHERE ${chosen("waiting")}
ORDER BY 1, 2, 3`,
};
