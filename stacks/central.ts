import type * as pulumi from "@pulumi/pulumi";
import { OrganizationShare, PatchInsights, PublishedParameters, type PublishedParameter } from "../components/aws";
import type { Expected } from "../evidence/sql/inputs";
import type { CentralPlan } from "../fleet/plan/central";
import type { ReleasePlan } from "../fleet/plan/release";
import { buildAlerts } from "./alerts";
import { buildEvaluators } from "./evaluator";
import { buildEvidence } from "./evidence";

function releaseParameters({ ring, declared, proved }: ReleasePlan): PublishedParameter[] {
  return [
    { ...declared, key: `${ring}-declared` },
    ...(proved ? [{ ...proved, key: `${ring}-proved`, writtenElsewhere: true }] : []),
  ];
}

/**
 * What the central account holds: definitions and releases, shared with the organization where there is one, and the evidence.
 * @returns what evidence is written to
 */
export function buildCentral(
  plan: CentralPlan,
  expected: Expected,
  tags: Readonly<Record<string, string>>,
  opts: pulumi.ComponentResourceOptions,
): readonly pulumi.Resource[] {
  const { region, share } = plan;
  // First, because it refuses to go on without the secret of a chat.
  if (plan.alerts) buildAlerts(plan.alerts, tags, opts);
  const publish = (name: string, parameters: readonly PublishedParameter[]) =>
    new PublishedParameters(name, { region, parameters, tier: share ? "Advanced" : "Standard", tags }, opts).published;
  const definitions = plan.definitions.map((definition) => ({ ...definition, key: definition.baseline }));
  const shared = [
    ...(definitions.length > 0 ? publish("definitions", definitions) : []),
    ...publish("releases", plan.releases.flatMap(releaseParameters)),
  ];
  if (plan.insights) new PatchInsights("insights", { region, ...plan.insights }, opts);
  if (share) new OrganizationShare("share", { region, shareName: share.name, principals: share.principals, shared, tags }, opts);
  buildEvaluators(plan, expected.tagKey ?? "", tags, opts);
  return plan.evidence === null ? [] : [buildEvidence(plan.evidence, expected, plan.alerts?.busArn ?? null, tags, opts)];
}
