import { countOf, instantOf, placeOf, samePlace } from "../reading";
import type { View } from "../view";

/** Every run that left a record, once, with times and counts as such. */
const RECORDS: View = {
  name: "records",
  needs: ["asked"],
  kept: "never",
  sql: (dialect) => `
  SELECT told.* FROM (
    SELECT execution, accountid, region, patchgroup, ring, ${instantOf(dialect, "started")} AS started, ${instantOf(dialect, "ended")} AS ended,
      lower(outcome) AS outcome, why, ${countOf(dialect, "expected")} AS expected, ${countOf(dialect, "finished")} AS finished,
      ${countOf(dialect, "failed")} AS failed, ${countOf(dialect, "approved")} AS approved, ${countOf(dialect, "leftout")} AS leftout,
      row_number() OVER (PARTITION BY execution, accountid, region ORDER BY ended DESC) AS place
    FROM run_records) AS told CROSS JOIN asked
  WHERE told.place = 1 AND (told.started IS NULL OR told.started <= asked.instant)`,
};

/** Days of which runs are expected where nothing tells since when evidence is kept. */
const AT_LEAST = 7;

/**
 * Every run that the plan expects and whose window has begun, with the end of its window. Starts are written ahead for whole
 * years: what lies before the first evidence was nobody's to do.
 */
const DUE: View = {
  name: "due",
  needs: ["asked", "records"],
  kept: "never",
  sql: (dialect) => `
  SELECT told.* FROM (
    SELECT DISTINCT ${placeOf("run_places")}, run_places.ring, ${instantOf(dialect, "run_starts.starts")} AS due,
      coalesce(${countOf(dialect, "run_places.hours")}, 0) AS hours
    FROM run_starts INNER JOIN run_places ON run_places.schedule = run_starts.schedule) AS told CROSS JOIN asked
  CROSS JOIN (SELECT min(moment) AS moment FROM (
    SELECT ${instantOf(dialect, "day || 'T00:00:00Z'")} AS moment FROM history_coverage
    UNION ALL SELECT coalesce(started, ended) FROM records) AS seen) AS begun
  WHERE told.due <= asked.instant AND told.due + told.hours * INTERVAL '1' HOUR >= coalesce(begun.moment, asked.instant - INTERVAL '${AT_LEAST}' DAY)`,
};

/** Runs that were expected beside those that happened: a record belongs to the window in which it began. */
const MET: View = {
  name: "met",
  needs: ["due", "records", "asked"],
  kept: "never",
  sql: () => `
  SELECT coalesce(due.accountid, records.accountid) AS accountid, coalesce(due.region, records.region) AS region,
    coalesce(due.patchgroup, records.patchgroup) AS patchgroup, coalesce(due.ring, records.ring) AS ring, due.due,
    due.due + due.hours * INTERVAL '1' HOUR AS closed,
    records.execution, records.started, records.ended,
    CASE WHEN records.execution IS NOT NULL THEN coalesce(records.outcome, 'failed')
      WHEN date_diff('second', due.due, asked.instant) > 3600 * due.hours THEN 'missing' END AS outcome,
    CASE WHEN records.execution IS NULL THEN 'the plan expects it, and there is no record of it' ELSE records.why END AS why,
    records.expected, records.finished, records.failed, records.approved, records.leftout
  FROM due FULL OUTER JOIN records ON ${samePlace("due", "records")}
    AND date_diff('second', due.due, records.started) BETWEEN -300 AND 3600 * due.hours
  CROSS JOIN asked`,
};

/** Runs: expected, recorded, and both beside each other. */
export const RUN_VIEWS: readonly View[] = [RECORDS, DUE, MET];
