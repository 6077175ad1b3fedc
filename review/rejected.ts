import { rejects } from "../fleet/check/changes/rejected-patches";
import type { Patch } from "../fleet/manifest";
import type { Plan } from "../fleet/plan";
import type { RejectionPlan } from "../fleet/plan/group";

/** What the baselines of some groups reject, wherever those groups have servers. */
export function rejectionsOf(plan: Plan, groups: readonly string[]): RejectionPlan[] {
  const registrations = plan.stacks
    .filter((stack) => stack.kind === "member")
    .flatMap(({ member }) => member.regions.flatMap((region) => region.registrations));
  const baselines = new Set(registrations.filter(({ group }) => groups.includes(group)).map(({ baseline }) => baseline));
  return plan.rejections.filter(({ baseline }) => baselines.has(baseline));
}

/**
 * The rejection that means a patch; null when none does. Of any baseline of the groups: a list reaches servers of every system, and
 * Patch Manager installs what stands in it whatever a baseline says.
 */
export function rejectedBy(patch: Patch, rejections: readonly RejectionPlan[]): RejectionPlan | null {
  return rejections.find((rejection) => rejects(rejection.patch, patch)) ?? null;
}
