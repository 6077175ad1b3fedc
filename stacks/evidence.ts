import type * as pulumi from "@pulumi/pulumi";
import {
  AccessLog,
  AuditorRole,
  EvidenceBucket,
  EvidenceHistory,
  EvidenceObjects,
  EvidenceQueries,
  EvidenceTables,
  type EvidenceObject,
  type EvidenceQuery,
} from "../components/aws";
import { CHANGES, COVERAGE } from "../evidence/record/history";
import { QUESTIONS } from "../evidence/record/question";
import { RUN_PLACES, RUN_STARTS } from "../evidence/record/runs";
import { FINDINGS } from "../evidence/sql/findings";
import { APPENDS } from "../evidence/sql/history";
import type { Expected } from "../evidence/sql/inputs";
import { FLEET_TABLES, fleetRows, lakeAppend, lakeStatement } from "../evidence/sql/lake";
import { QUESTION_SQL } from "../evidence/sql/questions";
import { FLEET_EVENTS, FLEET_SOURCE } from "../fleet/plan/alert-kinds";
import type { EvidencePlan } from "../fleet/plan/evidence";
import { evidenceTables } from "./evidence-tables";

/** Which runs are expected, an object a schedule: a schedule that changes leaves the others' as they are. */
function expectedRuns({ runs }: EvidencePlan): EvidenceObject[] {
  return runs.starts.flatMap(({ schedule, starts }) => {
    const places = runs.places.filter((place) => place.schedule === schedule).map((place) => ({ ...place }));
    return [
      {
        name: `${schedule}-starts`,
        key: `${RUN_STARTS.folder}/${schedule}.json`,
        rows: starts.map((start) => ({ schedule, starts: start })),
      },
      { name: `${schedule}-places`, key: `${RUN_PLACES.folder}/${schedule}.json`, rows: places },
    ];
  });
}

/** What the fleet file expects, as the questions read it: data beside the evidence, so that a changed count changes no statement. */
function expectedServers(expected: Expected): EvidenceObject[] {
  return FLEET_TABLES.map((table) => ({
    name: table.table.replaceAll("_", "-"),
    key: `${table.folder}/fleet.json`,
    rows: fleetRows(table, expected),
  }));
}

/** Every question by its name, asked of the whole fleet as it is now. */
function questions({ database }: EvidencePlan, tagKey: string): EvidenceQuery[] {
  return QUESTIONS.flatMap(({ name, asks }) => {
    const query = QUESTION_SQL.get(name);
    return query ? [{ name, description: asks, sql: lakeStatement(database, tagKey, query) }] : [];
  });
}

/** The history's statements, each under the name of a state. */
function appends({ database }: EvidencePlan, tagKey: string) {
  return APPENDS.map((append) => ({
    name: `Append${append.name.charAt(0).toUpperCase()}${append.name.slice(1)}`,
    sql: lakeAppend(database, tagKey, append),
  }));
}

/** What the job tells people of, as events on the bus; nothing where there is none. */
function findings({ database }: EvidencePlan, tagKey: string, busArn: string | null) {
  if (busArn === null) return [];
  return (["missing", "reboot", "held"] as const).map((kind) => ({
    name: FINDINGS[kind].name,
    sql: lakeStatement(database, tagKey, FINDINGS[kind]),
    busArn,
    source: FLEET_SOURCE,
    detailType: FLEET_EVENTS[kind],
    fields: FINDINGS[kind].fields,
  }));
}

/**
 * The lake: the bucket into which all accounts write, and the tables, questions and history that make sense of it.
 * @param busArn where the history's job tells people what it found; null where nobody listens
 */
export function buildEvidence(
  plan: EvidencePlan,
  expected: Expected,
  busArn: string | null,
  tags: Readonly<Record<string, string>>,
  opts: pulumi.ComponentResourceOptions,
): pulumi.Resource {
  const tagKey = expected.tagKey ?? "";
  const { region, partition, owner: account, organization, history } = plan;
  const owner = { account, region, partition, bucketName: plan.bucket, organization, runbookRoleName: plan.runbookRole };
  const days = { retentionDays: plan.retention, departedDays: plan.departed };
  const log = new AccessLog("evidence-log", { ...owner, ...days, logBucketName: plan.logBucket, tags }, opts);
  const logged = { logBucketName: log.logBucketName, logReady: log.ready };
  const bucket = new EvidenceBucket("evidence", { ...owner, ...days, ...logged, keyAlias: plan.key, tags }, opts);
  const { bucketName, keyArn } = bucket;
  const tables = evidenceTables(plan);
  const { databaseName } = new EvidenceTables(
    "evidence",
    { region, databaseName: plan.database, bucketName, tables, tags },
    opts,
  );
  const asked = { region, workgroupName: plan.workgroup, databaseName, bucketName, account, keyArn, scanLimit: plan.scanLimit };
  new EvidenceQueries("evidence", { ...asked, queries: questions(plan, tagKey), tags }, opts);
  const reader = {
    account,
    region,
    partition,
    bucketName: plan.bucket,
    keyAlias: plan.key,
    databaseName: plan.database,
    workgroupName: plan.workgroup,
  };
  new AuditorRole("auditor", { ...reader, roleName: plan.auditorRole, auditors: plan.auditors, tags }, opts);
  const job = {
    machineName: history.name,
    roleName: history.role,
    logGroupName: history.logGroup,
    scheduleName: history.schedule,
    scheduleRoleName: history.scheduleRole,
    schedule: history.expression,
  };
  new EvidenceHistory(
    "history",
    {
      ...reader,
      ...job,
      statements: appends(plan, tagKey),
      findings: findings(plan, tagKey, busArn),
      history: [CHANGES, COVERAGE],
      tags,
    },
    opts,
  );
  new EvidenceObjects(
    "expected",
    { region, bucketName, keyArn, objects: [...expectedRuns(plan), ...expectedServers(expected)] },
    opts,
  );
  return bucket;
}
