import type * as pulumi from "@pulumi/pulumi";
import { RingEvaluator } from "../components/aws";
import type { CentralPlan } from "../fleet/plan/central";
import { evaluatorArgsOf } from "./evaluator-args";

/** The evaluator of every ring that evidence proves. */
export function buildEvaluators(
  { evaluators, evidence, alerts }: CentralPlan,
  tagKey: string,
  tags: Readonly<Record<string, string>>,
  opts: pulumi.ComponentResourceOptions,
): void {
  if (evidence === null) return;
  for (const plan of evaluators)
    new RingEvaluator(`evaluator-${plan.ring}`, evaluatorArgsOf(plan, evidence, tagKey, alerts?.busArn ?? null, tags), opts);
}
