import type { Dialect } from "../dialect";
import { countOf, filled, instantOf, READ } from "../reading";
import type { View } from "../view";

/** The counts of a summary by the names that they have here, and whether a server can be judged without. */
const COUNTS: Readonly<Record<string, string>> = {
  installed: "installedcount",
  other: "installedothercount",
  pending: "installedpendingrebootcount",
  rejected: "installedrejectedcount",
  missing: "missingcount",
  failed: "failedcount",
};
const NEEDED = ["installed", "pending", "rejected", "missing", "failed"];
const OTHERS = [
  "notapplicablecount",
  "unreportednotapplicablecount",
  "criticalnoncompliantcount",
  "securitynoncompliantcount",
  "othernoncompliantcount",
];

const ALL_COUNTS = [...Object.values(COUNTS), ...OTHERS];
const TIMES = ["operationstarttime", "operationendtime", "capturetime"];

/** A column as the number or the time that it tells. */
const read = (column: string): string => `read_${column}`;

/** What makes two summaries of one server different. */
const TOLD = [...Object.values(COUNTS), "operationtype", "operationstarttime", "operationendtime", "patchgroup", "baselineid"];

const spoiled = (column: string): string => `${column} IS NOT NULL AND ${read(column)} IS NULL`;
const timeless = (column: string): string => `${filled(column)} IS NOT NULL AND ${read(column)} IS NULL`;

function wrong(): string {
  const any = (condition: string) => `max(CASE WHEN ${condition} THEN 1 ELSE 0 END) = 1`;
  return `CASE
      WHEN count(DISTINCT ${TOLD.map((column) => `coalesce(${column}, '')`).join(" || '|' || ")}) > 1 THEN 'two different summaries'
      WHEN ${any(ALL_COUNTS.map(spoiled).join(" OR "))} THEN 'a count is no number'
      WHEN ${any(TIMES.map(timeless).join(" OR "))}
        THEN 'a time cannot be read'
      WHEN ${any(`${filled("operationtype")} IS NOT NULL AND ${read("operationtype")} IS NULL`)}
        THEN 'an operation that is none'
    END`;
}

/** The last patch operation of each server: one line a server, with what is wrong about it. */
export const SUMMARIES: View = {
  name: "summaries",
  needs: [],
  kept: "always",
  sql: (dialect) => `
  SELECT accountid, region, resourceid,
    max(${filled("patchgroup")}) AS patchgroup,
    max(${filled("snapshotid")}) AS snapshotid,
    max(${read("operationtype")}) AS operation,
    max(${read("operationstarttime")}) AS began,
    max(${read("operationendtime")}) AS ended,
    max(${installedNoReboot(dialect)}) AS noreboot,
    max(capturetime) AS captured,
    ${Object.entries(COUNTS)
      .map(([name, column]) => `max(${read(column)}) AS ${name}`)
      .join(",\n    ")},
    max(${read("criticalnoncompliantcount")}) AS critical,
    max(${read("securitynoncompliantcount")}) AS security,
    max(${read("othernoncompliantcount")}) AS othernoncompliant,
    CASE WHEN ${NEEDED.map((name) => `min(${COUNTS[name] ?? name}) IS NULL`).join(" OR ")} THEN 1 ELSE 0 END AS incomplete,
    ${wrong()} AS wrong,
    max(file) AS file,
    count(*) AS lines
  FROM (
    SELECT aws_patchsummary.*, ${ALL_COUNTS.map((column) => `${countOf(dialect, column)} AS ${read(column)}`).join(", ")},
      ${TIMES.map((column) => `${instantOf(dialect, column)} AS ${read(column)}`).join(",\n      ")},
      CASE lower(trim(operationtype)) WHEN 'scan' THEN 'scan' WHEN 'install' THEN 'install' END AS ${read("operationtype")}
    FROM aws_patchsummary
    WHERE ${READ}) AS told
  GROUP BY accountid, region, resourceid`,
};

function installedNoReboot(dialect: Dialect): string {
  return `CASE WHEN lastnorebootinstalloperationtime > '1971' THEN ${instantOf(dialect, "lastnorebootinstalloperationtime")} END`;
}
