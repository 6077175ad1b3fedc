import { quoted, type Dialect } from "./dialect";
import { instantOf, PLACE, placeOf, samePlace } from "./reading";
import type { QuestionSql } from "./statement";

/** What proves a ring: how the ring before it did. */
export interface HealthQuestion {
  readonly ring: string;
  readonly before: string;
  /** How long an update must have run in the ring before, in hours. */
  readonly soakHours: number;
  /** The share of servers that must have finished without failure, in percent. */
  readonly patched: number;
  /** The schedules by which the automatic groups of the ring before install. */
  readonly schedules: readonly string[];
  /** How far ahead a window of the ring is near, in hours. */
  readonly aheadHours: number;
}

/** A start and its window's end, of any schedule that a filter lets through. */
const windows = (dialect: Dialect, columns: string, filter: string): string => `
    SELECT DISTINCT ${columns}${instantOf(dialect, "run_starts.starts")} AS starts,
      ${instantOf(dialect, "run_starts.starts")} + CAST(run_places.hours AS BIGINT) * INTERVAL '1' HOUR AS closes
    FROM run_starts INNER JOIN run_places ON run_places.schedule = run_starts.schedule
    WHERE ${filter}`;

const name = (text: string): string => text.replaceAll("'", "''");

/** A minute or so in which the clocks of two services may differ. Seconds. */
const EARLY = 300;

function steps(dialect: Dialect, { ring, schedules, soakHours, aheadHours }: HealthQuestion): Record<string, string> {
  const among = schedules.length > 0 ? `run_places.schedule IN (${schedules.map(quoted).join(", ")})` : "1 = 0";
  return {
    coming: `
  SELECT min(near.starts) AS starts, max(near.closes) AS closes, min(near.starts) - ${soakHours} * INTERVAL '1' HOUR AS soaked
  FROM (${windows(dialect, "", `run_places.ring = ${quoted(ring)}`)}) AS near CROSS JOIN asked
  WHERE near.starts > asked.instant AND date_diff('second', asked.instant, near.starts) <= ${aheadHours} * 3600`,
    placed: `
  SELECT DISTINCT ${placeOf("run_places")}, coalesce(expected_groups.name, run_places.patchgroup) AS name
  FROM run_places LEFT JOIN expected_groups ON ${samePlace("expected_groups", "run_places")}
  WHERE ${among}`,
    last_due: `
  SELECT ${placeOf("told")}, coming.soaked, max(told.starts) AS due
  FROM (${windows(dialect, `${placeOf("run_places")}, `, among)}) AS told CROSS JOIN coming
  WHERE told.closes <= coming.soaked
  GROUP BY ${placeOf("told")}, coming.soaked`,
    // A restart is no install, and an install by hand since then counts as the window's own does.
    last_run: `
  SELECT * FROM (
    SELECT ${placeOf("last_due")}, last_due.due, records.execution, records.outcome, records.expected, records.finished,
      row_number() OVER (PARTITION BY ${placeOf("last_due")} ORDER BY records.started DESC, records.execution) AS place
    FROM last_due
    LEFT JOIN (
      SELECT records.* FROM records INNER JOIN (SELECT DISTINCT execution FROM run_records WHERE runbook LIKE 'fleet-install-%') AS installs
        ON installs.execution = records.execution) AS records
      ON ${samePlace("records", "last_due")} AND records.started <= last_due.soaked
        AND date_diff('second', last_due.due, records.started) >= -${EARLY}) AS ranked
  WHERE place = 1`,
    // One line a place, and one a group for servers that are expected no one knows where.
    wanted: `
  SELECT DISTINCT placed.name, scope.place, ${PLACE.map((column) => `CASE WHEN scope.place = 1 THEN placed.${column} ELSE '-' END AS ${column}`).join(", ")}
  FROM placed CROSS JOIN (VALUES (0), (1)) AS scope (place)`,
    // The servers are read once: Athena reads its files anew for each mention.
    seen: `
  SELECT wanted.name, wanted.place, ${placeOf("wanted")}, count(there.accountid) AS servers
  FROM wanted LEFT JOIN (${there()}) AS there ON ${samePlace("there", "wanted")} AND wanted.name = coalesce(there.name, wanted.name)
  GROUP BY wanted.name, wanted.place, ${placeOf("wanted")}`,
    judged: judged(dialect),
    by_group: `
  SELECT name, sum(place) AS places, count(why) AS unproved, sum(finished) AS finished,
    greatest(sum(most), sum(known)) AS servers, min(name || ' in ' || accountid || ' ' || region || ': ' || why) AS first
  FROM judged GROUP BY name`,
  };
}

/** Every server that is known, in its place. One that is expected no one knows where has its group's name before a number. */
function there(): string {
  const nowhere = "covered.accountid IS NULL OR covered.region IS NULL";
  return `
    SELECT ${PLACE.map((column) => `CASE WHEN ${nowhere} THEN '-' ELSE covered.${column} END AS ${column}`).join(", ")},
      CASE WHEN ${nowhere} THEN split_part(covered.resourceid, ' #', 1) END AS name
    FROM covered`;
}

/** Every place of an automatic group: how many servers it is known to have by whoever knows of most, and why it is not proved. */
function judged(dialect: Dialect): string {
  const due = dialect.instantText("last_run.due");
  return `
  SELECT seen.name, seen.accountid, seen.region, coalesce(last_run.finished, 0) AS finished, seen.servers AS known, seen.place,
    CASE WHEN seen.place = 0 THEN 0 ELSE greatest(coalesce(last_run.expected, 0), seen.servers) END AS most,
    CASE WHEN seen.place = 0 THEN CAST(NULL AS VARCHAR)
      WHEN last_run.due IS NULL THEN 'no run of it was due so long ago'
      WHEN last_run.execution IS NULL THEN 'no record of its run of ' || ${due}
      WHEN last_run.outcome = 'held' THEN 'its run of ' || ${due} || ' was held'
      WHEN last_run.outcome IS NULL OR last_run.outcome NOT IN ('succeeded', 'failed') THEN 'its run of ' || ${due} || ' has no outcome'
      WHEN last_run.expected IS NULL OR last_run.finished IS NULL THEN 'its run of ' || ${due} || ' counted no servers'
      WHEN last_run.outcome = 'failed' AND last_run.finished = 0 THEN 'its run of ' || ${due} || ' failed as a whole'
    END AS why
  FROM seen LEFT JOIN last_run ON ${samePlace("last_run", "seen")}`;
}

const text = (number: string): string => `CAST(${number} AS VARCHAR)`;

/** Which window a reason is about: people read it in a mail, days later. */
const ofWindow = (dialect: Dialect): string => `|| ' (window of ' || ${dialect.instantText("coming.starts")} || ')'`;

/**
 * Is a ring proved by the ring before it? One row with one text, never null, and never longer than a parameter may be:
 *
 * - `none: …` when no window of the ring is near
 * - `held: …` with the reason and the window that it is about, when any run of the ring before is missing, held or failed as a whole, or too few servers finished
 * - `open until <instant>`, the end of the windows that are near, otherwise
 *
 * Of each automatic group and place, the last run counts whose window closed a soak before the ring's next start, or an install by
 * hand since then. A server that is expected or known and did not finish counts against the ring: unreachable, unmanaged, never scanned.
 */
export function healthSql(question: HealthQuestion): Omit<QuestionSql, "name"> {
  const { ring, before, patched, aheadHours } = question;
  const share = `floor(CAST(told.finished AS DOUBLE) * 100 / told.servers)`;
  return {
    needs: ["asked", "records", "covered", "expected_groups"],
    steps: (dialect) => steps(dialect, question),
    sql: (dialect) => `
SELECT CASE
    WHEN coming.starts IS NULL THEN 'none: no window of ring ${name(ring)} begins within ${aheadHours} hours'
    WHEN told.places = 0 THEN 'held: ring ${name(before)} has no automatic group whose runs could prove it' ${ofWindow(dialect)}
    WHEN told.unproved > 0 THEN 'held: ' || ${text("told.unproved")} || ' of ' || ${text("told.places")} || ' runs of ring ${name(before)} prove nothing: ' || told.first ${ofWindow(dialect)}
    WHEN told.servers = 0 THEN 'held: ring ${name(before)} has no server that could prove it' ${ofWindow(dialect)}
    WHEN told.finished * 1000 < told.servers * ${Math.round(patched * 10)} THEN 'held: ' || ${text("told.finished")} || ' of ' || ${text("told.servers")}
      || ' servers of ring ${name(before)} finished, ' || ${text(`CAST(${share} AS BIGINT)`)} || ' %, wanted ${patched} %' ${ofWindow(dialect)}
    ELSE 'open until ' || ${dialect.instantText("coming.closes")}
  END AS "release"
FROM coming CROSS JOIN (
  SELECT coalesce(sum(places), 0) AS places, coalesce(sum(unproved), 0) AS unproved, coalesce(sum(finished), 0) AS finished,
    coalesce(sum(servers), 0) AS servers, substr(min(first), 1, 500) AS first
  FROM by_group) AS told`,
  };
}
