import type { Dialect } from "../dialect";
import { KEY, instantOf } from "../reading";
import type { View } from "../view";

const USING = `USING (${KEY.join(", ")})`;

/** The times that must be readable and past, by the names that they have here. */
const CAPTURED: Readonly<Record<string, string>> = {
  informedat: "instances.captured",
  summarisedat: "summaries.captured",
  firstitemat: "counts.captured",
  lastitemat: "counts.lastcaptured",
  firstpackageat: "inventory.captured",
  lastpackageat: "inventory.lastcaptured",
  taggedat: "tagged.captured",
};

const earlier = (a: string, b: string): string => `CASE WHEN ${a} < ${b} THEN ${a} ELSE ${b} END`;

/** All that is told of each server of which there is any file. Each view stands here once: Athena reads its files anew for each mention. */
function told(dialect: Dialect): string {
  const times = Object.entries(CAPTURED).flatMap(([name, column]) => [
    `${instantOf(dialect, column)} AS ${name}`,
    `CASE WHEN ${column} IS NOT NULL THEN 1 ELSE 0 END AS ${name}told`,
  ]);
  return `
    SELECT ${KEY.join(", ")}, coalesce(tagged.patchgroup, summaries.patchgroup) AS patchgroup,
      instances.lines AS informed, instances.computername, instances.platform, instances.version, instances.status,
      instances.platformname, instances.platformversion,
      CASE WHEN counts.selfpatching = 1 THEN true ELSE false END AS patchesitself,
      summaries.lines AS summarised, summaries.snapshotid, summaries.operation, summaries.began, summaries.ended AS operationended,
      summaries.noreboot, summaries.incomplete, summaries.wrong AS summarywrong,
      summaries.installed, summaries.other, summaries.missing, summaries.failed, summaries.pending, summaries.rejected,
      coalesce(summaries.critical, 0) + coalesce(summaries.security, 0) + coalesce(summaries.othernoncompliant, 0) AS noncompliant,
      counts.lines AS items, inventory.packages, coalesce(counts.patches, 0) AS patches,
      coalesce(counts.missing, 0) AS itemsmissing, coalesce(counts.failed, 0) AS itemsfailed,
      coalesce(counts.pending, 0) AS itemspending, coalesce(counts.rejected, 0) AS itemsrejected,
      coalesce(counts.noncompliant, 0) AS itemsnoncompliant,
      coalesce(damaged.why, summaries.wrong, counts.wrong, instances.wrong, tagged.wrong, inventory.wrong) AS read,
      CASE WHEN damaged.why IS NOT NULL OR instances.wrong IS NOT NULL THEN true ELSE false END AS doubtful,
      ${times.join(",\n      ")}
    FROM instances
    FULL JOIN summaries ${USING}
    FULL JOIN item_counts AS counts ${USING}
    FULL JOIN package_counts AS inventory ${USING}
    FULL JOIN tagged ${USING}
    FULL JOIN (SELECT ${KEY.join(", ")}, min(why) AS why FROM damage GROUP BY ${KEY.join(", ")}) AS damaged ${USING}`;
}

const NAMES = Object.keys(CAPTURED);
const ODD_TIME = `CASE
      WHEN ${NAMES.map((name) => `(known.${name}told = 1 AND known.${name} IS NULL)`).join(" OR ")} THEN 'a time cannot be read'
      WHEN ${[...NAMES, "operationended", "began"].map((name) => `known.${name} > asked.instant`).join(" OR ")} THEN 'a time that has not come yet'
    END`;

/** All that is known of each server, side by side, with its group and whether its system has ended. Departed servers are left out. */
export const FACTS: View = {
  name: "facts",
  needs: ["instances", "summaries", "item_counts", "package_counts", "tagged", "damage", "asked", "ended_systems"],
  kept: "never",
  sql: (dialect) => `
  SELECT known.*,
    CASE WHEN known.version IS NULL THEN known.platformname ELSE trim(known.platformname) || ' ' || trim(known.platformversion) END AS system,
    CASE WHEN known.endedon < ${dialect.dayText("asked.instant")} THEN true ELSE false END AS ended,
    coalesce(known.read, ${ODD_TIME}) AS wrong
  FROM (
    SELECT told.*, ${earlier("coalesce(told.began, told.summarisedat)", "told.operationended")} AS lastheard, (
      SELECT max(ended_systems.endedon) FROM ended_systems
      WHERE ended_systems.platform = told.platform AND (ended_systems.version = '' OR ended_systems.version = told.version
        OR substr(told.version, 1, length(ended_systems.version) + 1) = ended_systems.version || '.')) AS endedon
    FROM (${told(dialect)}) AS told
    WHERE told.status IS NULL OR told.status <> 'terminated' OR told.doubtful) AS known
  CROSS JOIN asked`,
};

const CONTRADICTIONS = `CASE
    WHEN facts.wrong IS NOT NULL THEN facts.wrong
    WHEN facts.patches = 0 AND coalesce(facts.installed, 0) + coalesce(facts.other, 0) + coalesce(facts.missing, 0) + coalesce(facts.failed, 0)
      + coalesce(facts.pending, 0) + coalesce(facts.rejected, 0) > 0 THEN 'patches are counted, but there is no item of any'
    WHEN facts.missing <> facts.itemsmissing OR facts.failed <> facts.itemsfailed OR facts.pending <> facts.itemspending
      OR facts.rejected <> facts.itemsrejected THEN 'the counts are not those of the items'
  END`;

const count = (number: string, one: string): string => `CAST(${number} AS VARCHAR) || ' ${one}'`;

/** What is needed before a server can be called compliant, and what is said when it is not there. */
const LACKING = `CASE
    WHEN facts.informed IS NULL THEN 'the agent has told nothing of itself'
    WHEN facts.status IS NULL THEN 'the server''s state is not told'
    WHEN facts.platform IS NULL OR facts.version IS NULL THEN 'the system is not known'
    WHEN facts.summarised IS NULL THEN 'there are items, but no summary'
    WHEN facts.incomplete = 1 THEN 'a count is absent'
    WHEN facts.operation IS NULL OR facts.operationended IS NULL THEN 'the operation or its end is absent'
    WHEN facts.operation <> 'scan' THEN 'not scanned since the last install'
  END`;

/** Days after which a scan says nothing any more. */
const FRESH_DAYS = 7;

const STALE = `facts.lastheard IS NOT NULL AND date_diff('second', facts.lastheard, asked.instant) > ${FRESH_DAYS * 86_400}`;

/** Every server that is there, in exactly one class. What decides stands first: `CLASSES` in record/question. */
export const SERVERS: View = {
  name: "servers",
  needs: ["facts", "asked"],
  kept: "an instant",
  sql: (dialect) => `
  SELECT judged.*,
    CASE
      WHEN contradiction IS NOT NULL THEN 'unknown'
      WHEN summarised IS NULL AND patches = 0 THEN 'never scanned'
      WHEN stale THEN 'stale'
      WHEN failed > 0 OR itemsfailed > 0 THEN 'failed'
      WHEN pending > 0 OR itemspending > 0 THEN 'pending reboot'
      WHEN missing > 0 OR itemsmissing > 0 OR rejected > 0 OR itemsrejected > 0 OR itemsnoncompliant > 0 OR noncompliant > 0 THEN 'not compliant'
      WHEN lacking IS NOT NULL THEN 'unknown'
      ELSE 'compliant'
    END AS class,
    CASE
      WHEN contradiction IS NOT NULL THEN contradiction
      WHEN summarised IS NULL AND patches = 0 THEN 'no patch operation has run on it'
      WHEN stale THEN 'last heard of ' || ${dialect.dayText("lastheard")}
      WHEN failed > 0 OR itemsfailed > 0 THEN ${count("coalesce(failed, itemsfailed)", "failed")}
      WHEN pending > 0 OR itemspending > 0 THEN ${count("coalesce(pending, itemspending)", "wait for a restart")}
      WHEN missing > 0 OR itemsmissing > 0 THEN ${count("coalesce(missing, itemsmissing)", "missing")}
      WHEN rejected > 0 OR itemsrejected > 0 THEN ${count("coalesce(rejected, itemsrejected)", "installed, but rejected")}
      WHEN itemsnoncompliant > 0 OR noncompliant > 0 THEN 'patches that are not compliant'
      WHEN lacking IS NOT NULL THEN lacking
    END AS why
  FROM (
    SELECT facts.*, ${CONTRADICTIONS} AS contradiction, ${LACKING} AS lacking, (${STALE}) AS stale
    FROM facts CROSS JOIN asked) AS judged`,
};
