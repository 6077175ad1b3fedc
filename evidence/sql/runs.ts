import { keyOf, sameServer } from "./reading";
import { chosen, within, type QuestionSql } from "./statement";

/**
 * Every run: those that the plan expects, and those that left a record; where no record is kept at all, those of which servers tell. What a run approved,
 * installed and left out is read from the servers whose last operation it was, so older runs have no such counts; a run of an approved list
 * has counted by itself which patches of the list it left out.
 */
export const RUNS_SQL: QuestionSql = {
  name: "runs",
  needs: ["met", "servers", "patches", "asked"],
  steps: () => ({
    seen: `
  SELECT ${keyOf("servers")}, servers.patchgroup, servers.snapshotid, servers.operation, servers.began, servers.operationended,
    sum(CASE WHEN patches.state IN ('installed', 'pending reboot') AND patches.installedat >= servers.began
      AND patches.installedat <= servers.operationended THEN 1 ELSE 0 END) AS during,
    sum(CASE WHEN patches.state IN ('missing', 'failed') THEN 1 ELSE 0 END) AS leftout,
    max(CASE WHEN patches.state = 'failed' THEN 1 ELSE 0 END) AS failed
  FROM servers INNER JOIN patches ON ${sameServer("servers", "patches")}
  WHERE servers.snapshotid IS NOT NULL AND servers.operation = 'install'
  GROUP BY ${keyOf("servers")}, servers.patchgroup, servers.snapshotid, servers.operation, servers.began, servers.operationended`,
    recorded_counts: `
  SELECT met.accountid, met.region, met.execution,
    sum(CASE WHEN patches.state IN ('installed', 'pending reboot') AND patches.installedat >= met.started
      AND (met.ended IS NULL OR patches.installedat <= met.ended) THEN 1 ELSE 0 END) AS installed,
    sum(CASE WHEN patches.state IN ('missing', 'failed') THEN 1 ELSE 0 END) AS leftout
  FROM met INNER JOIN servers ON servers.accountid = met.accountid AND servers.region = met.region AND servers.snapshotid = met.execution
  INNER JOIN patches ON ${sameServer("servers", "patches")}
  GROUP BY met.accountid, met.region, met.execution`,
    told: `
  SELECT met.accountid, met.region, met.patchgroup, met.ring, met.due, met.outcome, met.expected, met.finished, met.failed,
    coalesce(met.approved, counts.installed + counts.leftout) AS approved, counts.installed,
    CASE WHEN met.approved IS NULL THEN counts.leftout ELSE met.leftout END AS leftout, met.why, coalesce(met.due, met.started) AS at
  FROM met LEFT JOIN recorded_counts AS counts ON counts.accountid = met.accountid AND counts.region = met.region AND counts.execution = met.execution
  WHERE met.outcome IS NOT NULL
  UNION ALL
  SELECT seen.accountid, seen.region, seen.patchgroup, CAST(NULL AS VARCHAR), CAST(NULL AS TIMESTAMP),
    CASE WHEN max(seen.failed) = 1 THEN 'failed' ELSE 'succeeded' END, CAST(NULL AS BIGINT), count(*), sum(seen.failed),
    sum(seen.during) + sum(seen.leftout), sum(seen.during), sum(seen.leftout), 'no record of it: read from its servers', min(seen.began)
  FROM seen LEFT JOIN met ON met.accountid = seen.accountid AND met.region = seen.region AND met.execution = seen.snapshotid
  CROSS JOIN (SELECT count(*) AS records FROM run_records) AS kept
  WHERE seen.operation = 'install' AND met.execution IS NULL AND kept.records = 0
  GROUP BY seen.accountid, seen.region, seen.patchgroup, seen.snapshotid`,
  }),
  sql: (dialect) => `
SELECT told.accountid AS "account", told.region AS "region", told.patchgroup AS "group", told.ring AS "ring",
  ${dialect.instantText("told.due")} AS "due", told.outcome AS "outcome", CAST(told.expected AS BIGINT) AS "expected",
  CAST(told.finished AS BIGINT) AS "finished", CAST(told.failed AS BIGINT) AS "failed", CAST(told.approved AS BIGINT) AS "approved",
  CAST(told.installed AS BIGINT) AS "installed", CAST(told.leftout AS BIGINT) AS "leftOut", told.why AS "why"
FROM told CROSS JOIN asked
WHERE ${chosen("told")} AND (told.at IS NULL OR (${within("told.at")}))
ORDER BY told.due NULLS LAST, 1, 2, 3, 6, 8, 11`,
};
