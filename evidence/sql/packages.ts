import { bare } from "./bare";
import { sameServer } from "./reading";
import { chosen, serverColumns, type QuestionSql } from "./statement";

/** CVEs stand in one text, with a comma, a semicolon or a blank between them. */
const NAMES_CVE = `upper(asked.package) LIKE 'CVE-%' AND patches.cves IS NOT NULL
      AND strpos(',' || replace(replace(upper(patches.cves), ' ', ','), ';', ',') || ',', ',' || upper(asked.package) || ',') > 0`;

/**
 * The packages and patches of each server, in their states; for one package, KB or CVE also every server that has nothing of it,
 * as `absent`. Agents name CVEs for patches that are missing or failed only, and not on every system: absent is no proof.
 */
export const PACKAGES_SQL: QuestionSql = {
  name: "packages",
  needs: ["patches", "packages", "package_names", "servers", "asked"],
  steps: () => ({
    wanted: `
  SELECT package_names.name FROM package_names CROSS JOIN asked
  WHERE asked.package IS NULL OR lower(${bare("package_names.name")}) = lower(${bare("asked.package")})`,
    found: `
  SELECT told.*, servers.patchgroup FROM (
    SELECT patches.accountid, patches.region, patches.resourceid, patches.id AS name, patches.bare, patches.version, coalesce(patches.state, 'unknown') AS state,
      patches.cves
    FROM patches CROSS JOIN asked LEFT JOIN wanted ON wanted.name = patches.id
    WHERE patches.id IS NOT NULL AND (wanted.name IS NOT NULL OR (${NAMES_CVE}))
    UNION ALL
    SELECT packages.accountid, packages.region, packages.resourceid, packages.name, packages.bare, packages.version, 'installed', CAST(NULL AS VARCHAR)
    FROM packages INNER JOIN wanted ON wanted.name = packages.name) AS told
  INNER JOIN servers ON ${sameServer("told", "servers")}`,
    ranked: `
  SELECT found.*, row_number() OVER (
    PARTITION BY accountid, region, resourceid, bare, coalesce(version, ''), state ORDER BY cves NULLS LAST, name DESC) AS place
  FROM found`,
  }),
  sql: () => `
SELECT ${serverColumns("ranked")}, ranked.bare AS "package", ranked.version AS "version", ranked.state AS "state", ranked.cves AS "cves"
FROM ranked CROSS JOIN asked WHERE ranked.place = 1 AND ${chosen("ranked")}
UNION ALL
SELECT ${serverColumns("servers")}, asked.package, CAST(NULL AS VARCHAR), 'absent', CAST(NULL AS VARCHAR)
FROM servers CROSS JOIN asked LEFT JOIN (SELECT DISTINCT accountid, region, resourceid FROM found) AS having_it ON ${sameServer("servers", "having_it")}
WHERE asked.package IS NOT NULL AND having_it.resourceid IS NULL AND ${chosen("servers")}
ORDER BY 1, 2, 3, 4, 5, 6`,
};
