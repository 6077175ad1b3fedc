import type { RingEvaluatorArgs } from "../components/aws";
import { healthSql } from "../evidence/sql/health";
import { lakeStatement } from "../evidence/sql/lake";
import { FLEET_EVENTS, FLEET_SOURCE } from "../fleet/plan/alert-kinds";
import type { EvaluatorPlan } from "../fleet/plan/evaluator";
import type { EvidencePlan } from "../fleet/plan/evidence";

/** What a ring's evaluator is made of: plain data, so that what is uploaded can be simulated. */
export function evaluatorArgsOf(
  plan: EvaluatorPlan,
  evidence: EvidencePlan,
  tagKey: string,
  busArn: string | null,
  tags: Readonly<Record<string, string>>,
): RingEvaluatorArgs {
  return {
    account: evidence.owner,
    region: evidence.region,
    partition: evidence.partition,
    bucketName: evidence.bucket,
    keyAlias: evidence.key,
    databaseName: evidence.database,
    workgroupName: evidence.workgroup,
    machineName: plan.name,
    roleName: plan.role,
    scheduleRoleName: plan.scheduleRole,
    logGroupName: plan.logGroup,
    ring: plan.ring,
    sql: lakeStatement(evidence.database, tagKey, healthSql(plan)),
    alarms: plan.alarms,
    parameterName: plan.proved.name,
    parameterArn: plan.proved.arn,
    tier: plan.proved.tier,
    told: busArn === null ? null : { busArn, source: FLEET_SOURCE, detailType: FLEET_EVENTS.held },
    times: plan.times,
    tags,
  };
}
