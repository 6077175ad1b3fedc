import { filled, instantOf, keyOf, sameServer } from "../reading";
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

/** Since when each patch has been in its state, by the history: the first sight of it after the last sight of another state. */
const SPELLS: View = {
  name: "spells",
  needs: ["recorded"],
  kept: "an instant",
  sql: () => `
  SELECT ${keyOf("recorded")}, recorded.id, recorded.title, recorded.state, min(recorded.seen) AS since
  FROM recorded
  INNER JOIN (
    SELECT accountid, region, resourceid, id, title, state, change, seen,
      row_number() OVER (PARTITION BY accountid, region, resourceid, id, title ORDER BY seen DESC, day DESC) AS place
    FROM recorded WHERE kind = 'patch') AS latest
    ON ${sameServer("recorded", "latest")} AND latest.id = recorded.id AND latest.title = recorded.title AND latest.place = 1
      AND latest.change <> 'gone' AND latest.state = recorded.state
  LEFT JOIN (
    SELECT accountid, region, resourceid, id, title, state, change, seen FROM recorded WHERE kind = 'patch') AS other
    ON ${sameServer("recorded", "other")} AND other.id = recorded.id AND other.title = recorded.title
      AND (other.state <> recorded.state OR other.change = 'gone') AND other.seen >= recorded.seen
  WHERE recorded.kind = 'patch' AND recorded.change <> 'gone' AND other.id IS NULL
  GROUP BY ${keyOf("recorded")}, recorded.id, recorded.title, recorded.state`,
};

/** The history of changes. */
export const HISTORY_VIEWS: readonly View[] = [RECORDED, SPELLS];
