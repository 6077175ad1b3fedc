import { bare } from "./bare";
import { keyOf, sameServer } from "./reading";
import { chosen, serverColumns, type QuestionSql } from "./statement";

/** CVEs stand in one text, with a comma, a semicolon or a blank between them. */
const NAMES_CVE = `upper(asked.package) LIKE 'CVE-%' AND listed.cves IS NOT NULL
      AND strpos(',' || replace(replace(upper(listed.cves), ' ', ','), ';', ',') || ',', ',' || upper(asked.package) || ',') > 0`;

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
    told: `
  SELECT listed.* FROM (
    SELECT accountid, region, resourceid, id AS name, bare, version, coalesce(state, 'unknown') AS state, cves
    FROM patches WHERE id IS NOT NULL
    UNION ALL
    SELECT accountid, region, resourceid, name, bare, version, 'installed', CAST(NULL AS VARCHAR)
    FROM packages) AS listed
  CROSS JOIN asked LEFT JOIN wanted ON wanted.name = listed.name
  WHERE wanted.name IS NOT NULL OR (${NAMES_CVE})`,
    // A server of which nothing is told stands here once, without a name.
    ranked: `
  SELECT ${keyOf("servers")}, servers.patchgroup, told.name, told.bare, told.version, told.state, told.cves, row_number() OVER (
    PARTITION BY ${keyOf("servers")}, told.bare, coalesce(told.version, ''), told.state ORDER BY told.cves NULLS LAST, told.name DESC) AS place
  FROM servers LEFT JOIN told ON ${sameServer("told", "servers")}`,
  }),
  sql: () => `
SELECT ${serverColumns("ranked")}, coalesce(ranked.bare, asked.package) AS "package", ranked.version AS "version",
  coalesce(ranked.state, 'absent') AS "state", ranked.cves AS "cves"
FROM ranked CROSS JOIN asked
WHERE ranked.place = 1 AND (ranked.name IS NOT NULL OR asked.package IS NOT NULL) AND ${chosen("ranked")}
ORDER BY 1, 2, 3, 4, 5, 6`,
};
