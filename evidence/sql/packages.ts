import { bare } from "./changes";
import { sameServer } from "./reading";
import { chosen, serverColumns, type QuestionSql } from "./statement";

const asksFor = (name: string, cves: string): string =>
  `(asked.package IS NULL OR lower(${name}) = lower(asked.package) OR ${bare(name)} = ${bare("asked.package")}
      OR (upper(asked.package) LIKE 'CVE-%' AND strpos(',' || replace(replace(upper(${cves}), ' ', ','), ';', ',') || ',', ',' || upper(asked.package) || ',') > 0))`;

/**
 * The packages and patches of each server, in their states; for one package, KB or CVE also every server that has nothing of it,
 * as `absent`. Agents name CVEs for patches that are missing or failed only, and not on every system: absent is no proof.
 */
export const PACKAGES_SQL: QuestionSql = {
  name: "packages",
  needs: ["patches", "packages", "servers", "asked"],
  steps: () => ({
    found: `
  SELECT told.*, servers.patchgroup FROM (
    SELECT patches.accountid, patches.region, patches.resourceid, patches.id AS name, patches.version, coalesce(patches.state, 'unknown') AS state,
      patches.cves
    FROM patches CROSS JOIN asked WHERE ${asksFor("patches.id", "coalesce(patches.cves, '')")}
    UNION ALL
    SELECT packages.accountid, packages.region, packages.resourceid, packages.name, packages.version, 'installed', CAST(NULL AS VARCHAR)
    FROM packages CROSS JOIN asked WHERE packages.name IS NOT NULL AND ${asksFor("packages.name", "''")}) AS told
  INNER JOIN servers ON ${sameServer("told", "servers")}`,
    ranked: `
  SELECT found.*, row_number() OVER (
    PARTITION BY accountid, region, resourceid, ${bare("name")}, coalesce(version, ''), state ORDER BY cves NULLS LAST, name DESC) AS place
  FROM found`,
  }),
  sql: () => `
SELECT ${serverColumns("ranked")}, ranked.name AS "package", ranked.version AS "version", ranked.state AS "state", ranked.cves AS "cves"
FROM ranked CROSS JOIN asked WHERE ranked.place = 1 AND ${chosen("ranked")}
UNION ALL
SELECT ${serverColumns("servers")}, asked.package, CAST(NULL AS VARCHAR), 'absent', CAST(NULL AS VARCHAR)
FROM servers CROSS JOIN asked LEFT JOIN (SELECT DISTINCT accountid, region, resourceid FROM found) AS having_it ON ${sameServer("servers", "having_it")}
WHERE asked.package IS NOT NULL AND having_it.resourceid IS NULL AND ${chosen("servers")}
ORDER BY 1, 2, 3, 4, 5, 6`,
};
