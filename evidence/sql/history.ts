import { CHANGES, COVERAGE } from "../record/history";
import type { Dialect } from "./dialect";
import { KEY, keyOf, sameServer } from "./reading";
import type { QuestionSql } from "./statement";

/** What the history job appends: a SELECT in the order of the table's columns, the partition `day` last. */
export interface Append extends QuestionSql {
  readonly table: string;
}

const THING = ["kind", "id", "title", "architecture"];
const sameThing = (a: string, b: string): string =>
  [sameServer(a, b), ...THING.map((column) => `${a}.${column} = ${b}.${column}`)].join(" AND ");

/** What a server's files of a difference's kind tell: only what was read whole may change the history. */
const byKind = (patch: string, packages: string): string =>
  `CASE differences.kind WHEN 'patch' THEN ${patch} WHEN 'package' THEN ${packages} END`;

function current(dialect: Dialect): string {
  return `
    SELECT accountid, region, resourceid, 'patch' AS kind, id, coalesce(title, '') AS title, '' AS architecture, max(version) AS version,
      max(state) AS state, max(severity) AS severity, max(installedat) AS installedat
    FROM patches WHERE id IS NOT NULL AND state IS NOT NULL
    GROUP BY accountid, region, resourceid, id, coalesce(title, '')
    UNION ALL
    SELECT accountid, region, resourceid, 'package', name, '', coalesce(architecture, ''), ${dialect.joined("version")},
      CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), max(installedat)
    FROM packages WHERE name IS NOT NULL
    GROUP BY accountid, region, resourceid, name, coalesce(architecture, '')`;
}

/**
 * What changed on every server since the history last told of it. It compares with what the history holds, not with yesterday: a
 * second run of a day appends nothing, and a missed day is caught up. A thing is gone only when a later file lacks it, and nothing
 * is learned from a server whose files are damaged.
 */
export const APPEND_CHANGES: Append = {
  name: "changes",
  table: CHANGES.table,
  needs: ["patches", "packages", "servers", "recorded", "asked"],
  steps: (dialect) => ({
    current_things: current(dialect),
    latest: `
  SELECT * FROM (
    SELECT recorded.accountid, recorded.region, recorded.resourceid, recorded.kind, recorded.id, recorded.title,
      CASE WHEN recorded.kind = 'patch' THEN '' ELSE coalesce(recorded.architecture, '') END AS architecture, recorded.version, recorded.state, recorded.severity, recorded.change, recorded.seen,
      row_number() OVER (PARTITION BY ${keyOf("recorded")}, recorded.kind, recorded.id, recorded.title,
        CASE WHEN recorded.kind = 'patch' THEN '' ELSE coalesce(recorded.architecture, '') END
        ORDER BY recorded.seen DESC, recorded.day DESC) AS place
    FROM recorded) AS ranked
  WHERE place = 1`,
    differences: `
  SELECT ${[...KEY, ...THING].map((name) => `coalesce(told.${name}, latest.${name}) AS ${name}`).join(", ")},
    CASE WHEN told.id IS NULL THEN latest.version ELSE told.version END AS version,
    CASE WHEN told.id IS NULL THEN latest.state ELSE told.state END AS state,
    CASE WHEN told.id IS NULL THEN latest.severity ELSE told.severity END AS severity, told.installedat,
    CASE WHEN told.id IS NULL THEN 'gone' WHEN latest.change IS NULL OR latest.change = 'gone' THEN 'appeared' ELSE 'changed' END AS change,
    CASE WHEN latest.change <> 'gone' THEN CASE WHEN latest.kind = 'patch' THEN latest.state ELSE latest.version END END AS was
  FROM current_things AS told FULL JOIN latest ON ${sameThing("told", "latest")}
  WHERE (told.id IS NULL AND latest.change <> 'gone')
    OR (told.id IS NOT NULL AND (latest.change IS NULL OR latest.change = 'gone' OR latest.state IS DISTINCT FROM told.state
      OR (told.kind = 'package' AND latest.version IS DISTINCT FROM told.version)))`,
  }),
  sql: (dialect) => `
SELECT differences.accountid, differences.region, differences.resourceid, differences.kind, differences.id, differences.title,
  differences.version, differences.architecture, differences.state, differences.severity, ${dialect.instantText("differences.installedat")} AS installedtime, differences.change,
  differences.was, ${dialect.instantText(byKind("servers.lastitemat", "servers.lastpackageat"))} AS seen, ${dialect.dayText("asked.instant")} AS day
FROM differences
INNER JOIN servers ON ${sameServer("differences", "servers")}
CROSS JOIN asked
WHERE servers.wrong IS NULL AND ${byKind("servers.items", "servers.packages")} > 0`,
};

/**
 * The class of every server on the day, for servers of which the history has none for that day yet. One that a group's count expects
 * in no certain place has neither account nor region, and is the same one all the same.
 */
export const APPEND_COVERAGE: Append = {
  name: "coverage",
  table: COVERAGE.table,
  needs: ["covered", "asked"],
  sql: (dialect) => `
SELECT covered.accountid, covered.region, covered.resourceid, covered.patchgroup, covered.class, CAST(covered.ended AS VARCHAR) AS ended,
  ${dialect.instantText("asked.instant")} AS "asof", ${dialect.dayText("asked.instant")} AS day
FROM covered CROSS JOIN asked
LEFT JOIN history_coverage AS known ON known.resourceid = covered.resourceid AND coalesce(known.accountid, '') = coalesce(covered.accountid, '')
  AND coalesce(known.region, '') = coalesce(covered.region, '') AND known.day = ${dialect.dayText("asked.instant")}
WHERE known.day IS NULL`,
};

/** Everything that the history job runs, in order. */
export const APPENDS: readonly Append[] = [APPEND_CHANGES, APPEND_COVERAGE];
