import { PENDING_REBOOT_SQL } from "./pending-reboot";
import { samePlace } from "./reading";
import type { QuestionSql } from "./statement";

/** What the history job tells people of, because no event shows it: one event a row. */
export interface Finding extends QuestionSql {
  /** The fields of the event, in the order of the columns. Every cell is a text and never null. */
  readonly fields: readonly string[];
}

/** The job runs once a day, not always at the same second: an hour more, because told twice is better than never. Seconds. */
const DAY = 25 * 3600;
const lately = (timestamp: string): string => `date_diff('second', ${timestamp}, asked.instant) BETWEEN 0 AND ${DAY - 1}`;

/** A group by the name that the fleet file has for it; its tag where the file does not know it. */
const groupName = (relation: string): string => `coalesce(expected_groups.name, ${relation}.patchgroup, '-')`;
const withName = (relation: string): string => `LEFT JOIN expected_groups ON ${samePlace("expected_groups", relation)}`;

/** Runs whose window is over since yesterday and that left no record. */
const MISSING: Finding = {
  name: "Missing",
  fields: ["account", "region", "group", "due"],
  needs: ["met", "expected_groups", "asked"],
  sql: (dialect) => `
SELECT met.accountid, met.region, ${groupName("met")}, ${dialect.instantText("met.due")}
FROM met CROSS JOIN asked
${withName("met")}
WHERE met.outcome = 'missing' AND ${lately("met.closed")}
ORDER BY 1, 2, 3, 4`,
};

/** Servers that wait for a restart for longer than their group allows, day after day: one line a group and place. */
const REBOOT: Finding = {
  name: "Reboot",
  fields: ["account", "region", "group", "server", "hours"],
  needs: [...PENDING_REBOOT_SQL.needs, "expected_groups"],
  steps: (dialect) => ({
    late: `SELECT "account" AS accountid, "region" AS region, "group" AS patchgroup, "server" AS server, "hours" AS hours
  FROM (${withoutOrder(PENDING_REBOOT_SQL.sql(dialect))}) AS waiting WHERE "late"`,
  }),
  sql: () => `
SELECT late.accountid, late.region, ${groupName("late")},
  min(late.server) || CASE WHEN count(*) > 1 THEN ' and ' || CAST(count(*) - 1 AS VARCHAR) || ' more' ELSE '' END,
  coalesce(CAST(max(late.hours) AS VARCHAR), '-')
FROM late
${withName("late")}
GROUP BY late.accountid, late.region, ${groupName("late")}
ORDER BY 1, 2, 3`,
};

/** People's own words, without the signs that would break a message of EventBridge: it puts them into quotes as they are. */
const plain = (words: string): string => `translate(${words}, '"\\<>' || chr(10), '''/() ')`;

/** Rings of which a run was held since yesterday, by a person or a freeze. */
const HELD: Finding = {
  name: "Held",
  fields: ["ring", "why"],
  needs: ["records", "asked"],
  sql: (dialect) => `
SELECT coalesce(records.ring, '-'),
  coalesce(nullif(min(${plain("records.why")}), ''), 'its gate said no') || ' (run of ' || min(${dialect.instantText("coalesce(records.started, records.ended)")})
    || CASE WHEN count(*) > 1 THEN ' and ' || CAST(count(*) - 1 AS VARCHAR) || ' more' ELSE '' END || ')'
FROM records CROSS JOIN asked
WHERE records.outcome = 'held' AND ${lately("coalesce(records.ended, records.started)")}
GROUP BY coalesce(records.ring, '-')
ORDER BY 1`,
};

/** A statement as a subquery, which has no order. */
export function withoutOrder(sql: string): string {
  return sql.slice(0, sql.lastIndexOf("ORDER BY"));
}

/** Everything that the history job tells people of, by the kind of event. */
export const FINDINGS = { missing: MISSING, reboot: REBOOT, held: HELD } as const satisfies Readonly<Record<string, Finding>>;
