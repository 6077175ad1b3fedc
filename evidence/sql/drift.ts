import { samePlace, sameServer } from "./reading";
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
  FROM servers INNER JOIN expected_groups ON ${samePlace("expected_groups", "servers")}
  CROSS JOIN asked
  WHERE servers.platform IS NOT NULL AND servers.version IS NOT NULL AND (asked.accountid IS NULL OR asked.accountid = servers.accountid)`,
    lanes: `
  SELECT min(placed.ring) AS ring, min(placed.system) AS system, package_versions.name, package_versions.version, count(*) AS servers
  FROM package_versions INNER JOIN placed ON ${sameServer("package_versions", "placed")}
  GROUP BY placed.lane, package_versions.name, package_versions.version`,
    // Each ring's versions once for itself, and once as those of the ring before for each ring after it.
    beside: `
  SELECT roles.ring, roles.ringbefore, roles.isbefore, lanes.system, lanes.name, lanes.version, lanes.servers
  FROM lanes INNER JOIN (
    SELECT ring, ringbefore, ring AS source, 0 AS isbefore FROM rings
    UNION ALL SELECT ring, ringbefore, ringbefore, 1 FROM rings) AS roles ON roles.source = lanes.ring`,
    compared: `
  SELECT beside.*,
    max(isbefore) OVER (PARTITION BY ring, system, name, version) AS same,
    max(isbefore) OVER (PARTITION BY ring, system, name) AS common,
    first_value(version) OVER (PARTITION BY ring, system, name ORDER BY isbefore DESC, servers DESC, version DESC) AS usual
  FROM beside`,
  }),
  sql: () => `
SELECT ring AS "ring", ringbefore AS "before", name AS "package", version AS "version", usual AS "versionBefore", CAST(sum(servers) AS BIGINT) AS "servers"
FROM compared WHERE isbefore = 0 AND same = 0 AND common = 1
GROUP BY ring, ringbefore, name, version, usual
ORDER BY 1, 3, 4, 5`,
};
