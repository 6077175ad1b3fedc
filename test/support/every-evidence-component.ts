import type * as pulumi from "@pulumi/pulumi";
import {
  AccessLog,
  AuditorRole,
  DataSync,
  EvidenceBucket,
  EvidenceHistory,
  EvidenceObjects,
  EvidenceQueries,
  EvidenceTables,
  RingEvaluator,
} from "../../components/aws";
import { TAGS } from "./component-run";

/** Where the evidence of these components lives, whatever the region. */
export const evidenceOwner = (place: { readonly account: string; readonly partition: string }, region: string) => ({
  ...place,
  region,
  bucketName: `fleet-evidence-${place.account}-${region}`,
  organization: "o-a1b2c3d4e5" as string | null,
  runbookRoleName: "fleet-runbook",
});

/** What a reader of that evidence knows of it. */
export const evidenceReader = (place: { readonly account: string; readonly partition: string }, region: string) => ({
  ...place,
  region,
  bucketName: `fleet-evidence-${place.account}-${region}`,
  keyAlias: "fleet-evidence",
  databaseName: "fleet_evidence",
  workgroupName: "fleet-evidence",
});

/** How the history's job is called in these tests. */
export const HISTORY = {
  machineName: "fleet-evidence-history",
  roleName: "fleet-evidence-history",
  scheduleName: "fleet-evidence-history",
  scheduleRoleName: "fleet-evidence-schedule",
  logGroupName: "/fleet/evidence-history",
  schedule: "cron(0 5 * * ? *)",
  statements: [
    { name: "AppendChanges", sql: "INSERT INTO history_changes SELECT 1" },
    { name: "AppendCoverage", sql: "INSERT INTO history_coverage SELECT 1" },
  ],
  findings: [
    {
      name: "Missing",
      sql: "SELECT 'prod', 'now'",
      busArn: "arn:aws:events:eu-west-1:222222222222:event-bus/fleet",
      source: "fleet.patching",
      detailType: "Expected run missing",
      fields: ["group", "due"],
    },
  ],
  history: [
    { folder: "history/changes", table: "history_changes" },
    { folder: "history/coverage", table: "history_coverage" },
  ],
} as const;

/** How a ring's evaluator is made in these tests. */
export const EVALUATOR = {
  ...evidenceReader({ account: "222222222222", partition: "aws" }, "eu-west-1"),
  machineName: "fleet-evaluator-prod",
  roleName: "fleet-evaluator-prod",
  scheduleRoleName: "fleet-evaluate-prod",
  logGroupName: "/fleet/evaluators/prod",
  ring: "prod",
  sql: "SELECT 'held: no' AS release",
  alarms: ["checkout-errors"],
  parameterName: "/fleet/rings/prod/proved",
  parameterArn: "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/prod/proved",
  tier: "Advanced",
  told: {
    busArn: "arn:aws:events:eu-west-1:222222222222:event-bus/fleet",
    source: "fleet.patching",
    detailType: "Ring held",
  },
  times: [
    {
      key: "prod",
      name: "fleet-evaluator-prod",
      description: "Asks whether the ring is proved, ahead of window prod",
      expression: "cron(0 0,1 ? * SUN *)",
      zone: "Europe/Paris",
    },
  ],
} as const;

/** Makes one of every component of the evidence in a region. */
export function everyEvidenceComponent(
  place: { readonly account: string; readonly partition: string },
  region: string,
  opts: pulumi.ComponentResourceOptions,
): void {
  const owner = evidenceOwner(place, region);
  const reader = evidenceReader(place, region);
  const { bucketName, databaseName, workgroupName } = reader;
  const days = { retentionDays: 400, departedDays: 60 };
  const { logBucketName } = new AccessLog("log", { ...owner, ...days, logBucketName: "fleet-evidence-logs", tags: TAGS }, opts);
  const { keyArn } = new EvidenceBucket(
    "evidence",
    { ...owner, ...days, logBucketName, keyAlias: "fleet-evidence", tags: TAGS },
    opts,
  );
  const table = { name: "aws_tag", description: "Tags", folder: "AWS:Tag", format: "json" as const, columns: ["key", "value"] };
  new EvidenceTables("evidence", { region, databaseName, bucketName, tables: [table], tags: TAGS }, opts);
  const queries = [{ name: "tags", description: "Tags?", sql: "SELECT 1" }];
  const asked = { region, account: place.account, workgroupName, databaseName, bucketName, keyArn, scanLimit: 1e11 };
  new EvidenceQueries("evidence", { ...asked, queries, tags: TAGS }, opts);
  new AuditorRole(
    "auditor",
    { ...reader, roleName: "fleet-auditor", auditors: [`arn:${place.partition}:iam::555555555555:root`], tags: TAGS },
    opts,
  );
  const findings = HISTORY.findings.map((finding) => ({
    ...finding,
    busArn: `arn:${place.partition}:events:${region}:${place.account}:event-bus/fleet`,
  }));
  new EvidenceHistory("history", { ...reader, ...HISTORY, findings, tags: TAGS }, opts);
  const told = { ...EVALUATOR.told, busArn: `arn:${place.partition}:events:${region}:${place.account}:event-bus/fleet` };
  const parameterArn = `arn:${place.partition}:ssm:${region}:${place.account}:parameter/fleet/rings/prod/proved`;
  new RingEvaluator("evaluator-prod", { ...EVALUATOR, ...reader, told, parameterArn, tags: TAGS }, opts);
  const objects = [{ name: "prod-starts", key: "runs/starts/prod.json", rows: [{ schedule: "prod", starts: "x" }] }];
  new EvidenceObjects("expected", { region, bucketName, keyArn, objects }, opts);
  const sync = { region, syncName: "fleet-evidence", bucketName, bucketRegion: region, sharedByOrganization: true };
  new DataSync("sync", sync, opts);
}
