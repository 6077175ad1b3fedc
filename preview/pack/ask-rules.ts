import { type Policies, type ResourceValidationPolicy, type StackValidationPolicy, UnknownValueError } from "@pulumi/policy";
import { isStackPolicy } from "./configured-policies";
import type { PolicyPack } from "./policy-pack";
import type { Level } from "./violation";

/** What a rule says about a resource or a stack. */
export interface Diagnosis {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  /** The resource that the rule names; absent when it names none. */
  readonly urn?: string;
}

/** A rule that passes over everything: thrown by what a rule is given to excuse itself with. */
class NotApplicable extends Error {}

/**
 * Rolls a pack's rules into one of the SDK's policies, which tells `found` what each of them says.
 *
 * The SDK's analyzer unpacks all that it judges anew for each policy: of a stack of a hundred resources and a pack of forty
 * stack rules that was nine tenths of the time. Rolled into one, it unpacks once, and rules that remember what they derived
 * from the same objects need to derive it once. What the analyzer makes of errors is repeated here.
 */
export function rolledIntoOne(pack: PolicyPack, policies: Policies, found: Diagnosis[]): Policies {
  const ofResources = policies.filter((policy): policy is ResourceValidationPolicy => !isStackPolicy(policy));
  const resources: ResourceValidationPolicy = {
    name: pack.name,
    description: pack.name,
    validateResource: async (args) => {
      for (const policy of ofResources) {
        for (const validate of [policy.validateResource ?? []].flat()) {
          if (judges(validate, args.type)) {
            await telling(pack, policy, found, (report) => validate({ ...args, notApplicable }, report));
          }
        }
      }
    },
  };
  const stack: StackValidationPolicy = {
    name: pack.name,
    description: pack.name,
    validateStack: async (args) => {
      const types = new Set(args.resources.map(({ type }) => type));
      for (const policy of policies.filter(isStackPolicy)) {
        if ([...types].some((type) => judges(policy.validateStack, type))) {
          await telling(pack, policy, found, (report) => policy.validateStack({ ...args, notApplicable }, report));
        }
      }
    },
  };
  return [resources, stack];
}

type Report = (message: string, urn?: string) => void;

async function telling(
  pack: PolicyPack,
  policy: Policies[number],
  found: Diagnosis[],
  judge: (report: Report) => Promise<void> | void,
): Promise<void> {
  const { name: rule, description } = policy;
  // What a rule still finds after it may have put things right weighs like any mandatory one.
  const level = (policy.enforcementLevel ?? pack.enforcementLevel ?? "advisory") === "advisory" ? "advisory" : "mandatory";
  try {
    await judge((message, urn) => {
      const text = message === "" ? description : `${description}\n${message}`;
      found.push({ rule, level, message: text, ...(urn === undefined || urn === "" ? {} : { urn }) });
    });
  } catch (error) {
    const from = `policy '${rule}' from policy pack '${pack.name}@v${pack.version}'`;
    if (error instanceof Error && error instanceof UnknownValueError) {
      found.push({ rule, level: "advisory", message: `can't run ${from} during preview: ${error.message}` });
    } else if (!(error instanceof NotApplicable)) {
      // A broken rule must not let a resource pass.
      found.push({ rule, level: "mandatory", message: `Error validating resource with ${from}:\n${String(error)}` });
    }
  }
}

function notApplicable(reason?: string): never {
  throw new NotApplicable(reason);
}

// The SDK's helpers tie a function to the one type it judges.
function judges(validate: object, type: string): boolean {
  const mark = "__pulumiType";
  return !(mark in validate) || validate[mark] === type;
}
