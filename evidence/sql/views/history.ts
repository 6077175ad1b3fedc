import { bare } from "../bare";
import { KEY, filled, installedOf, instantOf, keyOf } from "../reading";
import type { View } from "../view";
import { stateOf } from "./items";

/** Every line of the history, with times as times. */
const SIGHTS: View = {
  name: "sights",
  needs: [],
  kept: "always",
  sql: (dialect) => `
  SELECT accountid, region, resourceid, kind, id, ${bare("id")} AS bare, coalesce(title, '') AS title, ${filled("version")} AS version, architecture,
    ${stateOf("state")} AS state, severity, ${installedOf(dialect, "installedtime")} AS installedat, lower(change) AS change, was,
    ${instantOf(dialect, "seen")} AS seen, day
  FROM history_changes`,
};

/** When the history first told of each server's patches, and of its packages. */
const FIRST_SIGHTS: View = {
  name: "first_sights",
  needs: ["sights"],
  kept: "always",
  sql: () => `
  SELECT ${keyOf("sights")}, sights.kind, min(sights.seen) AS firstseen
  FROM sights GROUP BY ${keyOf("sights")}, sights.kind`,
};

/** What the history knows by the instant that is asked for. */
const RECORDED: View = {
  name: "recorded",
  needs: ["sights", "asked"],
  kept: "never",
  sql: () => `
  SELECT sights.* FROM sights CROSS JOIN asked
  WHERE sights.seen <= asked.instant`,
};

/** A patch of a server. */
const THING = [...KEY, "id", "title"] as const;
const thing = (relation: string): string => THING.map((column) => `${relation}.${column}`).join(", ");

/** What the history tells of patches that ever were missing or waited for a restart. Most were only ever seen installed. */
const UNSETTLED: View = {
  name: "unsettled_sights",
  needs: ["sights"],
  kept: "always",
  sql: () => `
  SELECT ${thing("sights")}, sights.state, sights.change, sights.seen, sights.day
  FROM sights
  INNER JOIN (SELECT DISTINCT ${THING.join(", ")} FROM sights WHERE kind = 'patch' AND state IN ('missing', 'pending reboot')) AS unsettled
    ON ${THING.map((column) => `unsettled.${column} = sights.${column}`).join(" AND ")}
  WHERE sights.kind = 'patch'`,
};

/**
 * Since when each patch that is missing or waits for a restart has been so, by the history: the first sight of it after the last
 * sight of another state. Told in plain text, whatever an engine keeps it as: DuckDB puts a few texts in order at once, but
 * the words of a column only after a look at all that there are.
 */
const SPELLS: View = {
  name: "spells",
  needs: ["unsettled_sights", "asked"],
  kept: "an instant",
  sql: () => `
  SELECT ${thing("judged")}, laststate AS state, min(seen) AS since
  FROM (
    SELECT ordered.*, max(CASE WHEN state <> laststate OR change = 'gone' THEN seen END) OVER (PARTITION BY ${thing("ordered")}) AS lastother
    FROM (
      SELECT told.*, first_value(told.state) OVER (PARTITION BY ${thing("told")} ORDER BY told.seen DESC, told.day DESC) AS laststate,
        first_value(told.change) OVER (PARTITION BY ${thing("told")} ORDER BY told.seen DESC, told.day DESC) AS lastchange
      FROM (SELECT ${THING.map((column) => `CAST(${column} AS VARCHAR) AS ${column}`).join(", ")}, state, change, seen, day FROM unsettled_sights) AS told
      CROSS JOIN asked
      WHERE told.seen <= asked.instant) AS ordered) AS judged
  WHERE lastchange <> 'gone' AND change <> 'gone' AND state = laststate AND state IN ('missing', 'pending reboot')
    AND (lastother IS NULL OR seen > lastother)
  GROUP BY ${thing("judged")}, laststate`,
};

/** The history of changes. */
export const HISTORY_VIEWS: readonly View[] = [SIGHTS, FIRST_SIGHTS, RECORDED, UNSETTLED, SPELLS];
