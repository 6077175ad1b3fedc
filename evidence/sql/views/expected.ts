import { keyOf } from "../reading";
import type { View } from "../view";

/** Machines that are expected by name, where no server of that name is there. */
const ABSENT: View = {
  name: "absent_machines",
  needs: ["expected_machines", "servers"],
  kept: "never",
  sql: () => `
  SELECT wanted.accountid, wanted.region, wanted.patchgroup, wanted.machine
  FROM expected_machines AS wanted
  LEFT JOIN servers ON servers.accountid = wanted.accountid AND servers.region = wanted.region
    AND (servers.computername = lower(wanted.machine) OR servers.resourceid = wanted.machine
      OR split_part(servers.computername, '.', 1) = lower(wanted.machine))
  WHERE servers.resourceid IS NULL`,
};

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

/** How many servers each group lacks, beyond the machines that are missed by name: in a place, in an account or in all. */
const SHORTFALLS: View = {
  name: "shortfalls",
  needs: ["expected_groups", "expected_counts", "servers", "absent_machines"],
  kept: "never",
  sql: () => `
  SELECT wanted.accountid, wanted.region, wanted.patchgroup, wanted.name, wanted.servers - coalesce(sum(present.servers), 0) AS short
  FROM expected_counts AS wanted
  LEFT JOIN (
    SELECT placed.name, placed.accountid, placed.region, count(*) AS servers
    FROM (SELECT accountid, region, patchgroup FROM servers UNION ALL SELECT accountid, region, patchgroup FROM absent_machines) AS counted
    INNER JOIN expected_groups AS placed ON placed.accountid = counted.accountid AND placed.region = counted.region
      AND placed.patchgroup = counted.patchgroup
    GROUP BY placed.name, placed.accountid, placed.region) AS present
    ON present.name = wanted.name AND (wanted.accountid IS NULL OR present.accountid = wanted.accountid)
      AND (wanted.region IS NULL OR present.region = wanted.region)
  GROUP BY wanted.accountid, wanted.region, wanted.patchgroup, wanted.name, wanted.servers
  HAVING wanted.servers > coalesce(sum(present.servers), 0)`,
};

/** Every server of the fleet, once: those that are there, and those that are expected and are not. */
const COVERED: View = {
  name: "covered",
  needs: ["servers", "absent_machines", "shortfalls", "numbers", "asked"],
  kept: "an instant",
  sql: () => `
  SELECT ${keyOf("servers")}, servers.patchgroup, servers.class, servers.ended,
    CASE WHEN servers.operation = 'scan' AND servers.summarywrong IS NULL AND servers.operationended <= asked.instant THEN servers.operationended END AS lastscan, servers.patchesitself, servers.why
  FROM servers CROSS JOIN asked
  UNION ALL
  SELECT accountid, region, machine, patchgroup, 'unmanaged', false, CAST(NULL AS TIMESTAMP), false, 'expected by name, and not there'
  FROM absent_machines
  UNION ALL
  SELECT short.accountid, short.region, short.name || ' #' || CAST(numbers.n AS VARCHAR), short.patchgroup, 'unmanaged', false,
    CAST(NULL AS TIMESTAMP), false, 'expected by its group''s count, and not there'
  FROM shortfalls AS short INNER JOIN numbers ON numbers.n <= short.short`,
};

/** The expected servers, against those that are there. */
export const EXPECTED_VIEWS: readonly View[] = [ABSENT, NUMBERS, SHORTFALLS, COVERED];
