import { keyOf, samePlace } from "../reading";
import type { View } from "../view";

const DIGITS = "(VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9))";

/** The whole numbers from 1 to 100,000: a sequence function of Trino ends at 10,000. */
const NUMBERS: View = {
  name: "numbers",
  needs: [],
  kept: "always",
  sql: () => `
  SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d + 1 AS n
  FROM ${["a", "b", "c", "e", "f"].map((alias) => `${DIGITS} AS ${alias} (d)`).join(" CROSS JOIN ")}`,
};

const UNMANAGED = "'unmanaged' AS class, false AS ended, CAST(NULL AS TIMESTAMP) AS lastscan, false AS patchesitself";
const UNKNOWN = "CAST(NULL AS VARCHAR)";
const none = (...names: readonly string[]): string => names.map((name) => `${UNKNOWN} AS ${name}`).join(", ");

/** Every server that is there, and every machine that is expected by name, with whether a server of the place has its name. */
const NAMED: View = {
  name: "named_servers",
  needs: ["servers", "expected_machines", "asked"],
  kept: "never",
  sql: () => `
  SELECT told.*, max(there) OVER (PARTITION BY accountid, region, resourceid) AS sameid,
    max(there) OVER (PARTITION BY accountid, region, fullname) AS samename,
    max(there) OVER (PARTITION BY accountid, region, shortname) AS sameshort
  FROM (
    SELECT 1 AS there, ${keyOf("servers")}, servers.patchgroup, servers.class, servers.ended,
      CASE WHEN servers.operation = 'scan' AND servers.summarywrong IS NULL AND servers.operationended <= asked.instant
        THEN servers.operationended END AS lastscan,
      servers.patchesitself, servers.why, servers.computername, servers.system, servers.endedon,
      servers.computername AS fullname, split_part(servers.computername, '.', 1) AS shortname
    FROM servers CROSS JOIN asked
    UNION ALL
    SELECT 0, accountid, region, machine, patchgroup, ${UNMANAGED}, 'expected by name, and not there', ${none("computername", "system", "endedon")},
      lower(machine), lower(machine)
    FROM expected_machines) AS told`,
};

/**
 * Every server of the fleet, once: those that are there, and those that are expected and are not, by name or by their group's
 * count in a place, an account or in all. Each server that a count expects has a row of its own, of which as many stay as lack.
 * The servers are read once: Athena reads its files anew for each mention.
 */
const COVERED: View = {
  name: "covered",
  needs: ["named_servers", "expected_groups", "expected_counts", "numbers"],
  kept: "an instant",
  sql: () => `
  SELECT accountid, region, resourceid, patchgroup, class, ended, lastscan, patchesitself, why, computername, system, endedon
  FROM (
    SELECT told.*, CASE WHEN told.region IS NOT NULL THEN sum(present) OVER (PARTITION BY groupname, accountid, region)
      WHEN told.accountid IS NOT NULL THEN sum(present) OVER (PARTITION BY groupname, accountid)
      ELSE sum(present) OVER (PARTITION BY groupname) END AS known
    FROM (
      SELECT ${keyOf("named")}, named.patchgroup, named.class, named.ended, named.lastscan, named.patchesitself, named.why, named.computername,
        named.system, named.endedon, placed.name AS groupname, 1 AS present, CAST(NULL AS BIGINT) AS place
      FROM named_servers AS named
      LEFT JOIN expected_groups AS placed ON ${samePlace("placed", "named")}
      WHERE named.there = 1 OR (named.sameid = 0 AND named.samename = 0 AND named.sameshort = 0)
      UNION ALL
      SELECT wanted.accountid, wanted.region, wanted.name || ' #' || CAST(numbers.n AS VARCHAR), wanted.patchgroup, ${UNMANAGED},
        'expected by its group''s count, and not there', ${none("computername", "system", "endedon")}, wanted.name, 0, wanted.servers - numbers.n
      FROM expected_counts AS wanted INNER JOIN numbers ON numbers.n <= wanted.servers) AS told) AS counted
  WHERE place IS NULL OR place >= known`,
};

/** The expected servers, against those that are there. */
export const EXPECTED_VIEWS: readonly View[] = [NUMBERS, NAMED, COVERED];
