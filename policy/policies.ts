import type {
  Policies,
  PolicyConfigSchema,
  ReportViolation,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { settingsOf } from "./configuration";
import { isStackRule, typesOf, type ResourceRule, type Rule, type StackRule } from "./define-rule";
import { judgeResource, judgeStack, type Bench, type Judgement } from "./judge";
import { messageOf, pageOf } from "./message";
import { plain } from "./plain";
import { remediation } from "./remediation";
import { readResource } from "./resource";
import { rules } from "./rules";

/** Today. The pack's only clock: rules get the moment as data. */
export type Clock = () => number;

/** The pack's name, as it stands in messages of the engine. */
export const name = "fleet-patching";

/** All rules as the SDK's policies, judging by the real clock. */
export const policies: Policies = policiesOf(rules, Date.now);

/** Rules as the SDK's policies. */
export function policiesOf(from: readonly Rule[], clock: Clock): Policies {
  return from.map((rule) => (isStackRule(rule) ? stackPolicy(rule, clock) : resourcePolicy(rule, clock)));
}

function resourcePolicy(rule: ResourceRule, clock: Clock): ResourceValidationPolicy {
  const types = new Set(typesOf(rule));
  const validate: ResourceValidationPolicy["validateResource"] = (args, report) => {
    if (!types.has(args.type)) return;
    tell(rule, judgeResource(rule, readResource(args), bench(args, clock)), report);
  };
  const policy = { ...declaration(rule), validateResource: only(rule, validate) };
  if (rule.remediate === undefined) return policy;
  return { ...policy, remediateResource: only(rule, (args) => remediation(rule, args, bench(args, clock))) };
}

/**
 * Ties a function to its type as the SDK's own `validateResourceOfType` does: the SDK then passes over resources of other
 * types, and stacks without any of the type, without unpacking them, which is most of the cost of a policy.
 */
function only<F extends object>(rule: Rule, judgement: F): F {
  const [type, ...others] = typesOf(rule);
  return others.length === 0 ? Object.assign(judgement, { __pulumiType: type }) : judgement;
}

function stackPolicy(rule: StackRule, clock: Clock): StackValidationPolicy {
  const validate: StackValidationPolicy["validateStack"] = (args, report) =>
    tell(rule, judgeStack(rule, args.resources, bench(args, clock)), report);
  return { ...declaration(rule), validateStack: only(rule, validate) };
}

function bench(args: { getConfig: () => object }, clock: Clock): Bench {
  return { configuration: plain(args.getConfig()), now: clock() };
}

function tell(rule: Rule, judgements: readonly Judgement[], report: ReportViolation): void {
  for (const judgement of judgements) report(messageOf(rule, judgement), judgement.subject?.urn);
}

function declaration(rule: Rule): Omit<StackValidationPolicy, "validateStack"> {
  const [first, ...more] = rule.controls ?? [];
  return {
    name: rule.name,
    displayName: rule.name.replaceAll("-", " "),
    description: rule.description,
    enforcementLevel: rule.enforcement,
    severity: rule.severity,
    remediationSteps: rule.remediation,
    url: pageOf(rule),
    tags: [rule.concern, ...more.map((control) => `${control.name} ${control.reference}`)],
    configSchema: schemaOf(rule),
    ...(first === undefined ? {} : { framework: { ...first } }),
  };
}

function schemaOf(rule: Rule): PolicyConfigSchema {
  const properties: PolicyConfigSchema["properties"] = {};
  for (const [key, { schema, fallback }] of Object.entries(settingsOf(rule))) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same JSON Schema, in the SDK's mutable typing
    properties[key] = (fallback === undefined ? schema : { ...schema, default: fallback }) as PolicyConfigJSONSchema;
  }
  return { properties };
}
