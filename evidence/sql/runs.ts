import { keyOf, placeOf, sameServer } from "./reading";
import { chosen, within, type QuestionSql } from "./statement";

/** Of a run that servers tell of and no record does, and of any other. */
const seenOnly = (servers: string, met: string): string => `CASE WHEN met.outcome IS NULL THEN ${servers} ELSE ${met} END`;

/**
 * Every run: those that the plan expects, and those that left a record; where no record is kept at all, those of which servers tell. What a run approved,
 * installed and left out is read from the servers whose last operation it was, so older runs have no such counts; a run of an approved list
 * has counted by itself which patches of the list it left out.
 */
export const RUNS_SQL: QuestionSql = {
  name: "runs",
  needs: ["met", "records", "servers", "patches", "asked"],
  steps: () => ({
    // The run that was a server's last operation; where that left no record, the operation itself. The few servers come before
    // their many patches.
    ran: `
  SELECT ${keyOf("servers")}, servers.snapshotid AS execution, servers.began, CASE WHEN records.execution IS NULL THEN servers.patchgroup END AS patchgroup,
    CASE WHEN records.execution IS NOT NULL THEN records.started WHEN servers.operationended IS NOT NULL THEN servers.began END AS opened,
    CASE WHEN records.execution IS NOT NULL THEN records.ended ELSE servers.operationended END AS closed
  FROM servers
  LEFT JOIN records ON records.accountid = servers.accountid AND records.region = servers.region AND records.execution = servers.snapshotid
  WHERE servers.snapshotid IS NOT NULL AND (records.execution IS NOT NULL OR servers.operation = 'install')`,
    seen: `
  SELECT ${keyOf("ran")}, ran.execution, ran.began, ran.patchgroup,
    sum(CASE WHEN patches.state IN ('installed', 'pending reboot') AND patches.installedat >= ran.opened
      AND (ran.closed IS NULL OR patches.installedat <= ran.closed) THEN 1 ELSE 0 END) AS installed,
    sum(CASE WHEN patches.state IN ('missing', 'failed') THEN 1 ELSE 0 END) AS leftout,
    max(CASE WHEN patches.state = 'failed' THEN 1 ELSE 0 END) AS failed
  FROM ran INNER JOIN patches ON ${sameServer("ran", "patches")}
  GROUP BY ${keyOf("ran")}, ran.execution, ran.began, ran.patchgroup`,
    counts: `
  SELECT ${placeOf("seen")}, seen.execution, count(*) AS servers, sum(seen.failed) AS failed,
    sum(seen.installed) AS installed, sum(seen.leftout) AS leftout, min(seen.began) AS began
  FROM seen GROUP BY ${placeOf("seen")}, seen.execution`,
    told: `
  SELECT coalesce(met.accountid, counts.accountid) AS accountid, coalesce(met.region, counts.region) AS region,
    coalesce(met.patchgroup, counts.patchgroup) AS patchgroup, met.ring, met.due, met.expected,
    ${seenOnly("CASE WHEN counts.failed > 0 THEN 'failed' ELSE 'succeeded' END", "met.outcome")} AS outcome,
    ${seenOnly("counts.servers", "met.finished")} AS finished, ${seenOnly("counts.failed", "met.failed")} AS failed,
    coalesce(met.approved, counts.installed + counts.leftout) AS approved, counts.installed,
    CASE WHEN met.approved IS NULL THEN counts.leftout ELSE met.leftout END AS leftout,
    ${seenOnly("'no record of it: read from its servers'", "met.why")} AS why,
    ${seenOnly("counts.began", "coalesce(met.due, met.started)")} AS at
  FROM met FULL JOIN counts ON counts.accountid = met.accountid AND counts.region = met.region AND counts.execution = met.execution
  CROSS JOIN (SELECT count(*) AS records FROM run_records) AS kept
  WHERE met.outcome IS NOT NULL OR (counts.execution IS NOT NULL AND kept.records = 0)`,
  }),
  sql: (dialect) => `
SELECT told.accountid AS "account", told.region AS "region", told.patchgroup AS "group", told.ring AS "ring",
  ${dialect.instantText("told.due")} AS "due", told.outcome AS "outcome", CAST(told.expected AS BIGINT) AS "expected",
  CAST(told.finished AS BIGINT) AS "finished", CAST(told.failed AS BIGINT) AS "failed", CAST(told.approved AS BIGINT) AS "approved",
  CAST(told.installed AS BIGINT) AS "installed", CAST(told.leftout AS BIGINT) AS "leftOut", told.why AS "why"
FROM told CROSS JOIN asked
WHERE ${chosen("told")} AND (told.at IS NULL OR (${within("told.at")}))
ORDER BY 5, 1, 2, 3, 6, 8, 11`,
};
