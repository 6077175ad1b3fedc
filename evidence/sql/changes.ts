import { bare } from "./bare";
import { KEY, sameServer } from "./reading";
import { serverColumns, within, type QuestionSql } from "./statement";

const HERE = "told.accountid, told.region, told.resourceid";

const first = (column: string): string =>
  `coalesce(min(CASE WHEN told.source = 1 THEN ${column} END), min(CASE WHEN told.source = 2 THEN ${column} END), min(${column}))`;

/**
 * What was installed or updated, and when. From the items and the inventory of now where they tell a time; from the history for
 * all that came to light as a difference: the inventories of Ubuntu and Debian carry no time. One line for a server, package and
 * version: an item's before the inventory's before the history's.
 */
export const CHANGES_SQL: QuestionSql = {
  name: "changes",
  needs: ["told_changes", "servers", "asked"],
  sql: (dialect) => `
SELECT ${serverColumns("told")}, told.bare AS "package", told.version AS "version", ${dialect.instantText(first("told.moment"))} AS "installedAt"
FROM told_changes AS told
CROSS JOIN asked
LEFT JOIN (SELECT ${KEY.map((column) => `servers.${column}`).join(", ")} FROM servers INNER JOIN asked ON asked.patchgroup = servers.patchgroup) AS members
  ON ${sameServer("told", "members")}
WHERE told.moment <= asked.instant AND told.known <= asked.instant AND ${within("told.moment")}
  AND (asked.accountid IS NULL OR asked.accountid = told.accountid) AND (asked.patchgroup IS NULL OR members.resourceid IS NOT NULL)
  AND (asked.package IS NULL OR lower(told.bare) = lower(${bare("asked.package")}))
GROUP BY ${HERE}, told.bare, told.version
ORDER BY 1, 2, 3, 6, 4, 5`,
};
