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

/** What makes two summaries of one server different. */
const TOLD = [...Object.values(COUNTS), "operationtype", "operationstarttime", "operationendtime", "patchgroup", "baselineid"];

const spoiled = (dialect: Dialect, column: string): string => `${column} IS NOT NULL AND ${countOf(dialect, column)} IS NULL`;
const timeless = (dialect: Dialect, column: string): string =>
  `${filled(column)} IS NOT NULL AND ${instantOf(dialect, column)} IS NULL`;

function wrong(dialect: Dialect): string {
  const any = (condition: string) => `max(CASE WHEN ${condition} THEN 1 ELSE 0 END) = 1`;
  return `CASE
      WHEN count(DISTINCT ${TOLD.map((column) => `coalesce(${column}, '')`).join(" || '|' || ")}) > 1 THEN 'two different summaries'
      WHEN ${any([...Object.values(COUNTS), ...OTHERS].map((column) => spoiled(dialect, column)).join(" OR "))} THEN 'a count is no number'
      WHEN ${any(["operationstarttime", "operationendtime", "capturetime"].map((column) => timeless(dialect, column)).join(" OR "))}
        THEN 'a time cannot be read'
      WHEN ${any(`${filled("operationtype")} IS NOT NULL AND lower(trim(operationtype)) NOT IN ('scan', 'install')`)}
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
    max(CASE lower(trim(operationtype)) WHEN 'scan' THEN 'scan' WHEN 'install' THEN 'install' END) AS operation,
    max(${instantOf(dialect, "operationstarttime")}) AS began,
    max(${instantOf(dialect, "operationendtime")}) AS ended,
    max(${installedNoReboot(dialect)}) AS noreboot,
    max(capturetime) AS captured,
    ${Object.entries(COUNTS)
      .map(([name, column]) => `max(${countOf(dialect, column)}) AS ${name}`)
      .join(",\n    ")},
    max(${countOf(dialect, "criticalnoncompliantcount")}) AS critical,
    max(${countOf(dialect, "securitynoncompliantcount")}) AS security,
    max(${countOf(dialect, "othernoncompliantcount")}) AS othernoncompliant,
    CASE WHEN ${NEEDED.map((name) => `min(${COUNTS[name] ?? name}) IS NULL`).join(" OR ")} THEN 1 ELSE 0 END AS incomplete,
    ${wrong(dialect)} AS wrong,
    max(file) AS file,
    count(*) AS lines
  FROM aws_patchsummary
  WHERE ${READ}
  GROUP BY accountid, region, resourceid`,
};

function installedNoReboot(dialect: Dialect): string {
  return `CASE WHEN lastnorebootinstalloperationtime > '1971' THEN ${instantOf(dialect, "lastnorebootinstalloperationtime")} END`;
}
