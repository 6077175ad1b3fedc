import { bare } from "../bare";
import { filled, installedOf, READ } from "../reading";
import type { View } from "../view";

/** Every package of the inventory, and every update that Windows counts as installed. */
export const PACKAGES: View = {
  name: "packages",
  needs: [],
  kept: "always",
  sql: (dialect) => `
  SELECT told.*, ${bare("told.name")} AS bare FROM (
  SELECT accountid, region, resourceid, ${filled("name")} AS name,
    CASE WHEN trim(epoch) <> '' AND trim(epoch) <> '0' THEN trim(epoch) || ':' ELSE '' END || ${filled("version")}
      || CASE WHEN trim(release) <> '' THEN '-' || trim(release) ELSE '' END AS version,
    ${filled("architecture")} AS architecture, ${installedOf(dialect, "installedtime")} AS installedat, capturetime
  FROM aws_application
  WHERE ${READ}
  UNION ALL
  SELECT accountid, region, resourceid, ${filled("hotfixid")} AS name, CAST(NULL AS VARCHAR) AS version,
    CAST(NULL AS VARCHAR) AS architecture, ${installedOf(dialect, "installedtime")} AS installedat, capturetime
  FROM aws_windowsupdate
  WHERE ${READ}) AS told`,
};

/** The inventory of each server counted. */
export const PACKAGE_COUNTS: View = {
  name: "package_counts",
  needs: ["packages"],
  kept: "always",
  sql: () => `
  SELECT accountid, region, resourceid, count(*) AS packages, min(capturetime) AS captured, max(capturetime) AS lastcaptured,
    CASE WHEN sum(CASE WHEN name IS NULL THEN 1 ELSE 0 END) > 0 THEN 'a package without a name' END AS wrong
  FROM packages
  GROUP BY accountid, region, resourceid`,
};

/** Each version of a package that a server has, once, of whatever architectures. */
export const PACKAGE_VERSIONS: View = {
  name: "package_versions",
  needs: ["packages"],
  kept: "always",
  sql: () => `
  SELECT DISTINCT accountid, region, resourceid, name, version FROM packages WHERE version IS NOT NULL AND name IS NOT NULL`,
};

/** Every name that a patch or a package has anywhere: a fleet has few of them. */
export const PACKAGE_NAMES: View = {
  name: "package_names",
  needs: ["items", "packages"],
  kept: "always",
  sql: () => `
  SELECT id AS name FROM items WHERE kind = 'patch' AND id IS NOT NULL
  UNION SELECT name FROM packages WHERE name IS NOT NULL`,
};
