import { bare } from "./bare";
import { keyOf, sameServer } from "./reading";
import { serverColumns, type QuestionSql } from "./statement";

/** Classes of servers whose items say nothing of today: what such a server lacks is not known. */
export const NOT_TOLD = "('unknown', 'never scanned', 'stale')";

/**
 * What each server of one group lacks, once, with the version that it has: what a review is made of. Only of servers whose last
 * scan can be read and is fresh. An item that cannot be approved by name is there too: it has no version.
 */
export const REVIEW_SQL: QuestionSql = {
  name: "review",
  needs: ["open_patches", "servers", "packages", "asked"],
  steps: (dialect) => ({
    lacking: `
  SELECT ${keyOf("patches")}, patches.id, patches.version, min(servers.platform) AS platform, min(servers.version) AS edition,
    min(patches.severity) AS severity, min(patches.state) AS state, max(patches.cves) AS cves
  FROM open_patches AS patches INNER JOIN servers ON ${sameServer("patches", "servers")} CROSS JOIN asked
  WHERE patches.state IN ('missing', 'failed') AND patches.id IS NOT NULL AND servers.patchgroup = asked.patchgroup
    AND servers.class NOT IN ${NOT_TOLD}
  GROUP BY ${keyOf("patches")}, patches.id, patches.version`,
    wanted: `SELECT DISTINCT ${keyOf("lacking")}, lacking.id, ${bare("lacking.id")} AS name FROM lacking`,
    had: `
  SELECT ${keyOf("wanted")}, wanted.id, ${dialect.joined("packages.version")} AS versions
  FROM wanted INNER JOIN packages ON ${sameServer("wanted", "packages")} AND packages.name = wanted.name
  WHERE packages.version IS NOT NULL
    AND (packages.architecture IS NULL OR wanted.id = packages.name || '.' || packages.architecture)
  GROUP BY ${keyOf("wanted")}, wanted.id`,
  }),
  sql: () => `
SELECT ${serverColumns("lacking")}, lacking.id AS "id", lacking.version AS "version", lacking.platform AS "platform",
  lacking.edition AS "release", lacking.severity AS "severity", lacking.state AS "state", lacking.cves AS "cves", had.versions AS "from"
FROM lacking LEFT JOIN had ON ${sameServer("lacking", "had")} AND had.id = lacking.id
ORDER BY 1, 2, 3, 4, 5`,
};
