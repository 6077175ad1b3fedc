import { sameServer } from "./reading";
import type { QuestionSql } from "./statement";

/**
 * The versions that run in a ring and nowhere in the ring before it, of packages that both have on the same system; beside each
 * the version that most servers of the ring before have. A group narrows nothing here: rings are compared as a whole.
 */
export const DRIFT_SQL: QuestionSql = {
  name: "drift",
  needs: ["package_versions", "servers", "expected_groups", "rings", "asked"],
  steps: () => ({
    placed: `
  SELECT servers.accountid, servers.region, servers.resourceid, expected_groups.ring, servers.platform || ' ' || servers.version AS system,
    dense_rank() OVER (ORDER BY expected_groups.ring, servers.platform || ' ' || servers.version) AS lane
  FROM servers INNER JOIN expected_groups ON expected_groups.accountid = servers.accountid
    AND expected_groups.region = servers.region AND expected_groups.patchgroup = servers.patchgroup
  CROSS JOIN asked
  WHERE asked.accountid IS NULL OR asked.accountid = servers.accountid`,
    lanes: `
  SELECT placed.lane, package_versions.name, package_versions.version, count(*) AS servers
  FROM package_versions INNER JOIN placed ON ${sameServer("package_versions", "placed")}
  GROUP BY placed.lane, package_versions.name, package_versions.version`,
    versions: `
  SELECT named.ring, named.system, lanes.name, lanes.version, lanes.servers
  FROM lanes INNER JOIN (SELECT DISTINCT lane, ring, system FROM placed) AS named ON named.lane = lanes.lane`,
    usual: `
  SELECT ring, system, name, version,
    row_number() OVER (PARTITION BY ring, system, name ORDER BY servers DESC, version DESC) AS place
  FROM versions`,
  }),
  sql: () => `
SELECT rings.ring AS "ring", rings.ringbefore AS "before", versions.name AS "package", versions.version AS "version",
  usual.version AS "versionBefore", CAST(sum(versions.servers) AS BIGINT) AS "servers"
FROM rings
INNER JOIN versions ON versions.ring = rings.ring
INNER JOIN usual ON usual.ring = rings.ringbefore AND usual.system = versions.system AND usual.name = versions.name AND usual.place = 1
LEFT JOIN versions AS same ON same.ring = rings.ringbefore AND same.system = versions.system AND same.name = versions.name
  AND same.version = versions.version
WHERE same.version IS NULL
GROUP BY rings.ring, rings.ringbefore, versions.name, versions.version, usual.version
ORDER BY 1, 3, 4, 5`,
};
