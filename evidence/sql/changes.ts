import { installedOf, sameServer } from "./reading";
import { serverColumns, within, type QuestionSql } from "./statement";

const HERE = "told.accountid, told.region, told.resourceid";

/** A package's name without the architecture that items and some agents put behind it. */
export const bare = (name: string): string =>
  `regexp_replace(lower(${name}), '[.](amd64|x86_64|i386|i486|i586|i686|noarch|all|arm64|aarch64|armhf|ppc64le|s390x)$', '')`;

/**
 * What was installed or updated, and when. From the items and the inventory of now where they tell a time; from the history for
 * all that came to light as a difference: the inventories of Ubuntu and Debian carry no time. One line for a server, package and
 * version: an item's before the inventory's before the history's.
 */
export const CHANGES_SQL: QuestionSql = {
  name: "changes",
  needs: ["patches", "packages", "recorded", "facts", "asked"],
  sql: (dialect) => `
SELECT "account", "region", "server", "package", "version", "installedAt" FROM (
  SELECT ${serverColumns("told")}, told.name AS "package", told.version AS "version", ${dialect.instantText("told.at")} AS "installedAt",
    row_number() OVER (PARTITION BY ${HERE}, ${bare("told.name")}, coalesce(told.version, '') ORDER BY told.source, told.at, told.name) AS place
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
  LEFT JOIN facts ON ${sameServer("told", "facts")}
  WHERE told.at IS NOT NULL AND told.name IS NOT NULL AND told.at <= asked.instant AND ${within("told.at")}
    AND (asked.accountid IS NULL OR asked.accountid = told.accountid) AND (asked.patchgroup IS NULL OR asked.patchgroup = facts.patchgroup)
    AND (asked.package IS NULL OR lower(told.name) = lower(asked.package) OR ${bare("told.name")} = ${bare("asked.package")})) AS ranked
WHERE place = 1
ORDER BY 1, 2, 3, 6, 4, 5`,
};
