import { bare } from "../bare";
import type { Dialect } from "../dialect";
import { filled, installedOf, READ } from "../reading";
import type { View } from "../view";

/** The states of a patch, by their spelling without blanks, `_` and capitals. */
const STATES: Readonly<Record<string, string>> = {
  installed: "installed",
  installedother: "installed other",
  installedpendingreboot: "pending reboot",
  installedrejected: "rejected",
  missing: "missing",
  failed: "failed",
  notapplicable: "not applicable",
  availablesecurityupdate: "available",
  availablesecurityupdates: "available",
};

const spelled = (text: string): string => `replace(replace(replace(lower(${text}), '_', ''), ' ', ''), '-', '')`;

/** A patch's state in any spelling; null when it is none. */
export function stateOf(text: string): string {
  const cases = Object.entries(STATES).map(([spelling, state]) => `WHEN '${spelling}' THEN '${state}'`);
  return `CASE ${spelled(text)} ${cases.join(" ")} END`;
}

/** The document that turns a server's own updaters off. One that differs from it by two signs was damaged, and is taken for it. */
const UPDATERS_OFF = "fleet-updaters-off";

const updatersOff = (dialect: Dialect, text: string): string =>
  `length(${text}) BETWEEN 16 AND 20 AND ${dialect.distance(text, `'${UPDATERS_OFF}'`)} <= 2`;

/** The version in an item's title, where the title is the id and a version (`openssl.amd64:3.0.2-0ubuntu1.18`). */
const versionOf = (id: string, title: string): string =>
  `CASE WHEN substr(${title}, 1, length(${id}) + 1) = ${id} || ':' THEN substr(${title}, length(${id}) + 2) END`;

/**
 * Every compliance item, with its kind, state and status in one spelling; null where they cannot be read. Its severity is the
 * vendor's, and the baseline's where the vendor gives none.
 */
export const ITEMS: View = {
  name: "items",
  needs: [],
  kept: "always",
  sql: (dialect) => `
  SELECT told.*, ${bare("told.id")} AS bare FROM (
    SELECT accountid, region, resourceid,
    CASE WHEN lower(compliancetype) = 'patch' THEN 'patch' WHEN lower(compliancetype) = 'association' THEN 'association'
      WHEN lower(compliancetype) LIKE 'custom:%' THEN 'custom' END AS kind,
    ${filled("id")} AS id,
    title,
    ${versionOf("id", "title")} AS version,
    ${stateOf("patchstate")} AS state,
    CASE ${spelled("status")} WHEN 'compliant' THEN 'compliant' WHEN 'noncompliant' THEN 'not compliant' END AS status,
    coalesce(${filled("patchseverity")}, ${filled("severity")}, 'UNSPECIFIED') AS severity,
    ${installedOf(dialect, "installedtime")} AS installedat,
    CASE WHEN patchstate NOT IN ('Installed', 'InstalledOther', 'NotApplicable') THEN executiontime END AS executiontime,
    capturetime,
    CASE WHEN lower(compliancetype) = 'association' THEN CASE WHEN ${filled("documentname")} IS NULL THEN 'unnamed'
      WHEN ${updatersOff(dialect, "documentname")} THEN 'updaters off' ELSE 'other' END END AS document,
    ${filled("detailedtext")} AS detailedtext,
    ${filled("cveids")} AS cves
  FROM aws_complianceitem
  WHERE ${READ}) AS told`,
};

/** The patches of every server. */
export const PATCHES: View = {
  name: "patches",
  needs: ["items"],
  kept: "never",
  sql: () => `SELECT * FROM items WHERE kind = 'patch'`,
};

const counted = (condition: string): string => `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
const patch = (condition: string): string => counted(`kind = 'patch' AND ${condition}`);

/** The items of each server counted: one line a server, with what is wrong about them. */
export const ITEM_COUNTS: View = {
  name: "item_counts",
  needs: ["items"],
  kept: "always",
  sql: () => `
  SELECT accountid, region, resourceid,
    ${counted("kind = 'patch'")} AS patches,
    ${patch("state = 'missing'")} AS missing,
    ${patch("state = 'failed'")} AS failed,
    ${patch("state = 'pending reboot'")} AS pending,
    ${patch("state = 'rejected'")} AS rejected,
    ${patch("status = 'not compliant'")} AS noncompliant,
    max(CASE WHEN document = 'updaters off' AND status = 'not compliant' THEN 1 ELSE 0 END) AS selfpatching,
    min(capturetime) AS captured,
    max(capturetime) AS lastcaptured,
    CASE
      WHEN ${counted("kind IS NULL")} > 0 THEN 'an item of a kind that is none'
      WHEN ${patch("(state IS NULL OR id IS NULL)")} > 0 THEN 'a patch without a state'
      WHEN ${counted("status IS NULL")} > 0 THEN 'an item without a status'
      WHEN ${counted("document = 'unnamed'")} > 0 THEN 'an item without its document'
    END AS wrong,
    count(*) AS lines
  FROM items
  GROUP BY accountid, region, resourceid`,
};

/** The patches that are not settled: missing, failed, rejected or waiting for a restart. They are few. */
export const OPEN_PATCHES: View = {
  name: "open_patches",
  needs: ["items"],
  kept: "always",
  sql: () => `
  SELECT * FROM items WHERE kind = 'patch' AND state IN ('missing', 'failed', 'pending reboot', 'rejected')`,
};
