import type { EnforcementLevel, Policies, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { RuleConfig } from "./pack-config";

/**
 * Rules with their configuration built in.
 *
 * The SDK keeps configuration in a variable that only its server can set; so each rule gets its level, and its functions
 * get a `getConfig` of their own.
 */
export function configuredPolicies(policies: Policies, rules: ReadonlyMap<string, RuleConfig>): Policies {
  return policies.map((policy) => {
    const { level, properties } = rules.get(policy.name) ?? { level: policy.enforcementLevel ?? "advisory", properties: {} };
    return isStackPolicy(policy) ? stackPolicy(policy, level, properties) : resourcePolicy(policy, level, properties);
  });
}

type Properties = Readonly<Record<string, unknown>>;

function stackPolicy(
  policy: StackValidationPolicy,
  enforcementLevel: EnforcementLevel,
  config: Properties,
): StackValidationPolicy {
  return { ...policy, enforcementLevel, validateStack: withConfig(policy.validateStack, config) };
}

function resourcePolicy(
  policy: ResourceValidationPolicy,
  enforcementLevel: EnforcementLevel,
  config: Properties,
): ResourceValidationPolicy {
  const { validateResource: validate, remediateResource: remediate } = policy;
  return {
    ...policy,
    enforcementLevel,
    ...(validate === undefined
      ? {}
      : {
          validateResource: Array.isArray(validate)
            ? validate.map((one) => withConfig(one, config))
            : withConfig(validate, config),
        }),
    ...(remediate === undefined ? {} : { remediateResource: withConfig(remediate, config) }),
  };
}

// What hangs on a function (the one type it judges) is kept: the SDK passes over other types by it.
function withConfig<A extends object, R extends unknown[], T>(
  judgement: (args: A, ...rest: R) => T,
  config: Properties,
): (args: A, ...rest: R) => T {
  const getConfig = (): Properties => ({ ...config });
  return Object.assign((args: A, ...rest: R): T => judgement({ ...args, getConfig }, ...rest), judgement);
}

/** Whether a rule sees all resources of a stack together. */
export function isStackPolicy(policy: Policies[number]): policy is StackValidationPolicy {
  return "validateStack" in policy;
}
