import { keyOf, samePlace, sameServer } from "./reading";
import type { QuestionSql } from "./statement";

/** Classes of servers whose items say nothing of today: what such a server lacks is not known. */
export const NOT_TOLD = "('unknown', 'never scanned', 'stale')";

/** A column as plain text, whatever an engine keeps it as. */
const text = (column: string, name: string): string => `CAST(${column} AS VARCHAR) AS ${name}`;

/** What tells a server from all others, as one text. */
const SERVER = "lacking.accountid || '/' || lacking.region || '/' || lacking.resourceid";

/** The version of an item's package on its server, of the item's own architecture. */
const INSTALLED = `CASE WHEN packages.architecture IS NULL OR lacking.id = packages.name || '.' || packages.architecture THEN packages.version END`;

/**
 * What one group lacks in its places: each version of each package and system once, with the servers that lack it, as `account/region/id`
 * with `, ` between them, and the versions that they have. What a review is made of. Only of servers whose last scan can be read
 * and is fresh. An item that cannot be approved by name is there too: it has no version.
 */
export const REVIEW_SQL: QuestionSql = {
  name: "review",
  needs: ["open_patches", "servers", "packages", "expected_groups", "asked"],
  steps: (dialect) => ({
    reviewed: `
  SELECT ${keyOf("servers")}, servers.platform, servers.version AS edition
  FROM servers INNER JOIN expected_groups ON ${samePlace("expected_groups", "servers")}
  CROSS JOIN asked
  WHERE servers.patchgroup = asked.patchgroup AND servers.class NOT IN ${NOT_TOLD}`,
    lacking: `
  SELECT ${keyOf("patches")}, ${text("patches.id", "id")}, patches.bare, ${text("patches.version", "version")}, ${text("reviewed.platform", "platform")},
    ${text("reviewed.edition", "edition")}, ${text("patches.severity", "severity")}, ${text("patches.state", "state")}, ${text("patches.cves", "cves")}
  FROM open_patches AS patches INNER JOIN reviewed ON ${sameServer("patches", "reviewed")}
  WHERE patches.state IN ('missing', 'failed') AND patches.id IS NOT NULL`,
    // An item stands once for each of its package's versions on its server, so that only distinct values may be taken. Nothing but
    // equal columns may join them: what else a join asks is asked of every package of a server.
    lacked: `
  SELECT lacking.id, lacking.version, lacking.platform, lacking.edition, ${dialect.joined("lacking.severity")} AS severities,
    ${dialect.joined("lacking.cves")} AS cves, nullif(${dialect.joined(INSTALLED)}, '') AS had,
    count(DISTINCT CASE WHEN lacking.state = 'failed' THEN ${SERVER} END) AS failed, ${dialect.joined(SERVER)} AS servers
  FROM lacking LEFT JOIN packages ON ${sameServer("lacking", "packages")} AND packages.name = lacking.bare
  GROUP BY lacking.id, lacking.version, lacking.platform, lacking.edition`,
  }),
  sql: () => `
SELECT id AS "id", version AS "version", platform AS "platform", edition AS "release", severities AS "severities", cves AS "cves",
  had AS "from", failed AS "failed", servers AS "servers"
FROM lacked
ORDER BY 1, 2, 3, 4`,
};
