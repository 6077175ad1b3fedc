import type { Plan } from "../fleet/plan";
import { judgeOf } from "./pack/judge";
import type { PolicyPack } from "./pack/policy-pack";
import { policyConfig } from "./policy-config";
import type { Violation } from "./preview";
import type { StackPreview } from "./preview-fleet";

/** Judges every previewed stack by a pack, configured from the plan. @throws Error when the pack refuses that configuration */
export async function judgeStacks(
  plan: Plan,
  stacks: readonly StackPreview[],
  pack: PolicyPack,
): Promise<ReadonlyMap<string, readonly Violation[]>> {
  const judge = judgeOf(pack, policyConfig(plan, pack));
  if (!judge.ok) throw new Error(judge.errors.join("\n"));
  const violations = new Map<string, readonly Violation[]>();
  for (const { stack, result } of stacks) {
    // A program that failed registered half a stack: the engine judges none of it together, and neither do we.
    if (result.ok) violations.set(stack.name, (await judge.judge(result.resources)).violations);
  }
  return violations;
}
