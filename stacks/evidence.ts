import type * as pulumi from "@pulumi/pulumi";
import {
  AccessLog,
  AuditorRole,
  EvidenceBucket,
  EvidenceHistory,
  EvidenceQueries,
  EvidenceTables,
  ExpectedRuns,
  type EvidenceObject,
} from "../components/aws";
import { evidenceTables } from "./evidence-tables";
import { CHANGES, COVERAGE } from "../evidence/record/history";
import { RUN_PLACES, RUN_STARTS } from "../evidence/record/runs";
import type { EvidencePlan } from "../fleet/plan/evidence";

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

/** The lake: the bucket into which all accounts write, and the tables, questions and history that make sense of it. */
export function buildEvidence(
  plan: EvidencePlan,
  tags: Readonly<Record<string, string>>,
  opts: pulumi.ComponentResourceOptions,
): pulumi.Resource {
  const { region, partition, owner: account, organization, history } = plan;
  const owner = { account, region, partition, bucketName: plan.bucket, organization, runbookRoleName: plan.runbookRole };
  const days = { retentionDays: plan.retention, departedDays: plan.departed };
  const { logBucketName } = new AccessLog("evidence-log", { ...owner, ...days, logBucketName: plan.logBucket, tags }, opts);
  const bucket = new EvidenceBucket("evidence", { ...owner, ...days, logBucketName, keyAlias: plan.key, tags }, opts);
  const { bucketName, keyArn } = bucket;
  const tables = evidenceTables(plan);
  const { databaseName } = new EvidenceTables(
    "evidence",
    { region, databaseName: plan.database, bucketName, tables, tags },
    opts,
  );
  const asked = { region, workgroupName: plan.workgroup, databaseName, bucketName, account, keyArn, scanLimit: plan.scanLimit };
  new EvidenceQueries("evidence", { ...asked, queries: [], tags }, opts);
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
  new EvidenceHistory("history", { ...reader, ...job, statements: [], history: [CHANGES, COVERAGE], tags }, opts);
  new ExpectedRuns("runs-expected", { region, bucketName, keyArn, objects: expectedRuns(plan) }, opts);
  return bucket;
}
