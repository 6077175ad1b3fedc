import { keyOf, PLACE, placeOf, samePlace, sameServer } from "./reading";
import { NOT_TOLD } from "./review";
import type { QuestionSql } from "./statement";

/** The last run of each group in each place that did anything: a run that was held changed nothing. */
const LAST_RUNS = `
  SELECT ranked.* FROM (
    SELECT ${placeOf("records")}, records.outcome, records.started, records.ended,
      row_number() OVER (PARTITION BY ${PLACE.join(", ")} ORDER BY started DESC, execution DESC) AS latest
    FROM records WHERE outcome IN ('succeeded', 'failed')) AS ranked
  WHERE ranked.latest = 1`;

/** A server proves what is on it: scanned or patched since a good last run of its group, and nothing failed. */
const PROVES = `last_runs.outcome = 'succeeded' AND servers.lastheard >= last_runs.started
    AND servers.class <> 'failed' AND servers.class NOT IN ${NOT_TOLD}`;

/**
 * What is installed by patching on the servers of each ring that prove it: each version of each package and system, on how many
 * servers, of how many that have the package at all.
 */
export const INSTALLED_SQL: QuestionSql = {
  name: "installed",
  needs: ["patches", "servers", "expected_groups", "records"],
  steps: () => ({
    last_runs: LAST_RUNS,
    present: `
  SELECT DISTINCT expected_groups.ring, servers.platform || ' ' || servers.version AS system, ${keyOf("patches")},
    CAST(patches.id AS VARCHAR) AS id, CAST(patches.version AS VARCHAR) AS version
  FROM patches INNER JOIN servers ON ${sameServer("patches", "servers")}
  INNER JOIN expected_groups ON ${samePlace("expected_groups", "servers")}
  INNER JOIN last_runs ON ${samePlace("last_runs", "servers")}
  WHERE ${PROVES} AND patches.state IN ('installed', 'pending reboot') AND patches.id IS NOT NULL`,
    // A server that has two versions has the package once.
    counted: `
  SELECT ring, system, id, version, count(*) AS servers, count(CASE WHEN place = 1 THEN 1 END) AS first
  FROM (SELECT present.*, row_number() OVER (PARTITION BY ring, system, ${keyOf("present")}, id ORDER BY version) AS place FROM present) AS placed
  GROUP BY ring, system, id, version`,
  }),
  sql: () => `
SELECT ring AS "ring", system AS "system", id AS "id", version AS "version", servers AS "servers",
  CAST(sum(first) OVER (PARTITION BY ring, system, id) AS BIGINT) AS "having"
FROM counted
ORDER BY 1, 2, 3, 4`,
};

/** Each group of each ring in each place: its last run, its servers, and how many of them prove what is on them. */
export const INSTALLED_PLACES_SQL: QuestionSql = {
  name: "installed-places",
  needs: ["servers", "expected_groups", "records"],
  steps: () => ({
    last_runs: LAST_RUNS,
    counted: `
  SELECT ${placeOf("servers")}, count(*) AS servers, count(CASE WHEN ${PROVES} THEN 1 END) AS proving
  FROM servers LEFT JOIN last_runs ON ${samePlace("last_runs", "servers")}
  GROUP BY ${placeOf("servers")}`,
  }),
  sql: (dialect) => `
SELECT expected_groups.ring AS "ring", expected_groups.accountid AS "account", expected_groups.region AS "region",
  expected_groups.name AS "group", last_runs.outcome AS "outcome", ${dialect.instantText("last_runs.started")} AS "started",
  ${dialect.instantText("last_runs.ended")} AS "ended", coalesce(counted.servers, 0) AS "servers", coalesce(counted.proving, 0) AS "proving"
FROM expected_groups
LEFT JOIN last_runs ON ${samePlace("last_runs", "expected_groups")}
LEFT JOIN counted ON ${samePlace("counted", "expected_groups")}
ORDER BY 1, 2, 3, 4`,
};

/** How packages say for which machines they are made. One for all of them says nothing. */
const ARCHITECTURES = ["amd64", "arm64", "x86_64", "aarch64", "armhf", "ppc64le", "ppc64el", "s390x"];

/** Each system and architecture of each group of each ring: its servers, and how many of them prove what is on them. */
export const INSTALLED_SYSTEMS_SQL: QuestionSql = {
  name: "installed-systems",
  needs: ["patches", "servers", "expected_groups", "records"],
  steps: () => ({
    last_runs: LAST_RUNS,
    machines: `
  SELECT ${keyOf("patches")}, min(CASE ${ARCHITECTURES.map((name) => `WHEN CAST(patches.id AS VARCHAR) LIKE '%.${name}' THEN '${name}'`).join(" ")} END) AS architecture
  FROM patches GROUP BY ${keyOf("patches")}`,
  }),
  sql: () => `
SELECT expected_groups.ring AS "ring", expected_groups.name AS "group", servers.platform || ' ' || servers.version AS "system",
  machines.architecture AS "architecture", count(*) AS "servers", count(CASE WHEN ${PROVES} THEN 1 END) AS "proving"
FROM servers INNER JOIN expected_groups ON ${samePlace("expected_groups", "servers")}
LEFT JOIN last_runs ON ${samePlace("last_runs", "servers")}
LEFT JOIN machines ON ${sameServer("servers", "machines")}
WHERE servers.platform IS NOT NULL AND servers.version IS NOT NULL
GROUP BY expected_groups.ring, expected_groups.name, servers.platform || ' ' || servers.version, machines.architecture
ORDER BY 1, 2, 3, 4`,
};
