import { installedOf, sameServer } from "./reading";
import { serverColumns, within, type QuestionSql } from "./statement";

const HERE = "told.accountid, told.region, told.resourceid";

const ARCHITECTURES = ["amd64", "x86_64", "noarch", "all", "arm64", "aarch64", "i386", "i686"];

/** A package's name without the architecture that items and some agents put behind it. */
export function bare(name: string): string {
  const cases = ARCHITECTURES.map(
    (each) =>
      `WHEN ${name} LIKE '%.${each.replace("_", "!_")}' ESCAPE '!' THEN substr(${name}, 1, length(${name}) - ${each.length + 1})`,
  );
  return `CASE ${cases.join(" ")} ELSE ${name} END`;
}

const first = (column: string): string =>
  `coalesce(min(CASE WHEN told.source = 1 THEN ${column} END), min(CASE WHEN told.source = 2 THEN ${column} END), min(${column}))`;

/**
 * What was installed or updated, and when. From the items and the inventory of now where they tell a time; from the history for
 * all that came to light as a difference: the inventories of Ubuntu and Debian carry no time. One line for a server, package and
 * version: an item's before the inventory's before the history's.
 */
export const CHANGES_SQL: QuestionSql = {
  name: "changes",
  needs: ["patches", "packages", "recorded", "servers", "asked"],
  sql: (dialect) => `
SELECT ${serverColumns("told")}, ${bare("told.name")} AS "package", told.version AS "version", ${dialect.instantText(first("told.at"))} AS "installedAt"
FROM (
    SELECT accountid, region, resourceid, id AS name, version, ${installedOf(dialect, "installedtime")} AS at, 1 AS source
    FROM patches WHERE state IN ('installed', 'installed other', 'pending reboot', 'rejected') AND installedtime > '1971'
    UNION ALL
    SELECT accountid, region, resourceid, name, version, ${installedOf(dialect, "installedtime")} AS at, 2 AS source
    FROM packages WHERE installedtime > '1971'
    UNION ALL
    SELECT accountid, region, resourceid, id, version, coalesce(${installedOf(dialect, "installedtime")}, seen) AS at, 3 AS source
    FROM recorded
    WHERE (change = 'changed' OR (change = 'appeared' AND seen > firstseen))
      AND (kind = 'package' OR state IN ('installed', 'installed other', 'pending reboot', 'rejected'))) AS told
CROSS JOIN asked
LEFT JOIN servers ON ${sameServer("told", "servers")}
WHERE told.at IS NOT NULL AND told.name IS NOT NULL AND told.at <= asked.instant AND ${within("told.at")}
  AND (asked.accountid IS NULL OR asked.accountid = told.accountid) AND (asked.patchgroup IS NULL OR asked.patchgroup = servers.patchgroup)
  AND (asked.package IS NULL OR lower(${bare("told.name")}) = lower(${bare("asked.package")}))
GROUP BY ${HERE}, ${bare("told.name")}, told.version
ORDER BY 1, 2, 3, 6, 4, 5`,
};
