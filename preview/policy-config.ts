import type { Plan } from "../fleet/plan";
import type { PolicyPack } from "./pack/policy-pack";

/** A pack's configuration file: for each rule, what is set. */
export type PolicyConfig = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What a plan knows, under the names of the settings that a rule may have. */
function knownSettings(plan: Plan): Readonly<Record<string, unknown>> {
  const tags = (groups: Plan["groups"]) => groups.map(({ tag }) => tag).toSorted();
  return {
    tagKey: plan.tagKey,
    groups: tags(plan.groups),
    productionGroups: tags(plan.groups.filter(({ production }) => production)),
    productionStacks: [],
    sensitiveGroups: tags(plan.groups.filter(({ sensitive }) => sensitive)),
    sensitiveStacks: [],
    rings: plan.rings.map(({ name, after }) => ({
      name,
      groups: tags(plan.groups.filter(({ ring }) => ring === name)),
      ...(after === null ? {} : { after }),
    })),
    acknowledged: plan.ended.map(({ name, owner, why }) => ({ system: name, owner, reason: why })),
    rejections: plan.rejections.map(({ patch, owner, why, until }) => ({ patch, owner, reason: why, until })),
  };
}

/**
 * The configuration of a pack that follows from a plan: each rule gets what the plan knows of its settings. Written to a
 * file, it is what `--policy-pack-config` takes.
 */
export function policyConfig(plan: Plan, pack: PolicyPack): PolicyConfig {
  const known = Object.entries(knownSettings(plan));
  return Object.fromEntries(
    pack.policies.flatMap(({ name, configSchema }) => {
      const settings = known.filter(([setting]) => Object.hasOwn(configSchema?.properties ?? {}, setting));
      return settings.length > 0 ? [[name, Object.fromEntries(settings)]] : [];
    }),
  );
}
