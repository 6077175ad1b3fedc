import { RECORD_TYPES } from "../../record/record-type";
import { READ } from "../reading";
import type { View } from "../view";

const astray = (table: string): string =>
  `SELECT accountid, region, resourceid, file FROM ${table} WHERE NOT coalesce(${READ}, false)`;

/**
 * Every file of which something could not be read. A line that is no record is a row without any value. What leaves no row
 * at all, such as an empty file, the engine puts into the table `unreadable`, if it can see it.
 */
export const DAMAGE: View = {
  name: "damage",
  needs: [],
  kept: "always",
  sql: () => `
  SELECT accountid, region, regexp_extract(file, '([^/]+)[.]json$', 1) AS resourceid, file, lines, why
  FROM (
    SELECT accountid, region, file, count(*) AS lines,
      CASE WHEN max(resourceid) IS NULL THEN 'a line cannot be read' ELSE 'a record of another server' END AS why
    FROM (
      ${RECORD_TYPES.map(({ table }) => astray(table)).join("\n      UNION ALL ")}) AS astray
    GROUP BY accountid, region, file
    UNION ALL
    SELECT accountid, region, file, CAST(lines AS BIGINT) AS lines, why FROM unreadable) AS found`,
};
