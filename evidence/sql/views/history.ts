import { KEY, filled, instantOf, keyOf } from "../reading";
import type { View } from "../view";
import { stateOf } from "./items";

/** What the history knows by the instant that is asked for, with times as times. */
const RECORDED: View = {
  name: "recorded",
  needs: ["asked"],
  kept: "an instant",
  sql: (dialect) => `
  SELECT told.*, min(told.seen) OVER (PARTITION BY ${keyOf("told")}, told.kind) AS firstseen FROM (
    SELECT accountid, region, resourceid, kind, id, coalesce(title, '') AS title, ${filled("version")} AS version, architecture, ${stateOf("state")} AS state, severity, installedtime,
      lower(change) AS change, was, ${instantOf(dialect, "seen")} AS seen, day
    FROM history_changes) AS told CROSS JOIN asked
  WHERE told.seen <= asked.instant`,
};

/** A patch of a server. */
const THING = [...KEY, "id", "title"].join(", ");

/** Since when each patch has been in its state, by the history: the first sight of it after the last sight of another state. */
const SPELLS: View = {
  name: "spells",
  needs: ["recorded"],
  kept: "an instant",
  sql: () => `
  SELECT ${THING}, laststate AS state, min(seen) AS since
  FROM (
    SELECT ordered.*, max(CASE WHEN state <> laststate OR change = 'gone' THEN seen END) OVER (PARTITION BY ${THING}) AS lastother
    FROM (
      SELECT ${THING}, state, change, seen,
        first_value(state) OVER (PARTITION BY ${THING} ORDER BY seen DESC, day DESC) AS laststate,
        first_value(change) OVER (PARTITION BY ${THING} ORDER BY seen DESC, day DESC) AS lastchange
      FROM recorded WHERE kind = 'patch') AS ordered) AS judged
  WHERE lastchange <> 'gone' AND change <> 'gone' AND state = laststate AND (lastother IS NULL OR seen > lastother)
  GROUP BY ${THING}, laststate`,
};

/** The history of changes. */
export const HISTORY_VIEWS: readonly View[] = [RECORDED, SPELLS];
