import type { Policies } from "@pulumi/policy";
import { withoutStackTraces } from "../engine/process-watch";
import type { RecordedResource } from "../engine/recorded-resource";
import { STACK_TYPE } from "../engine/urn";
import type { Properties } from "../engine/value";
import { analyzerRequests } from "./analyzer-request";
import type { Diagnosis } from "./ask-rules";
import { configuredPolicies, isStackPolicy } from "./configured-policies";
import { reconcile } from "./pack-config";
import type { PolicyPack } from "./policy-pack";
import { askAboutResource, askAboutStack, askForRemedy } from "./sdk-analyzer";
import { secretTexts, withoutSecrets } from "./secret-texts";
import type { Violation } from "./violation";

/** Judges all resources of one stack by a pack. */
export type Judge = (resources: readonly RecordedResource[]) => Promise<Judgement>;

/** What a pack says about a stack. */
export interface Judgement {
  /** Resource by resource in their order, then what only the whole stack tells. */
  readonly violations: readonly Violation[];
  /** The resources with what rules of level `remediate` put right. */
  readonly resources: readonly RecordedResource[];
}

/** A judge, or what is wrong with the configuration it should judge by. */
export type JudgeOrErrors =
  | { readonly ok: true; readonly judge: Judge }
  | { readonly ok: false; readonly errors: readonly string[] };

/**
 * Makes the judge of a pack, in this process: the rules run as the SDK's own analyzer runs them, without a server.
 *
 * A rule that throws becomes a mandatory violation of that rule; under the engine it ends the preview. What a rule puts
 * right counts as a violation of level `remediate` that tells so. Secrets are taken out of what rules say.
 *
 * @param config the parsed content of `--policy-pack-config`; undefined when there is none
 */
export function judgeOf(pack: PolicyPack, config: unknown): JudgeOrErrors {
  const reconciled = reconcile(pack, config);
  if (!reconciled.ok) {
    return reconciled;
  }
  const policies = configuredPolicies(pack.policies, reconciled.rules).filter((policy) => policy.enforcementLevel !== "disabled");
  const bench: Bench = { pack, policies, remedies: policies.filter(remediates) };
  return { ok: true, judge: (resources) => judge(bench, resources) };
}

interface Bench {
  readonly pack: PolicyPack;
  readonly policies: Policies;
  readonly remedies: Policies;
}

function remediates(policy: Policies[number]): boolean {
  return policy.enforcementLevel === "remediate" && !isStackPolicy(policy) && policy.remediateResource !== undefined;
}

async function judge(bench: Bench, resources: readonly RecordedResource[]): Promise<Judgement> {
  // Each property that is not known yet is an error to the SDK, and its stack trace costs more than the judgement.
  const restore = withoutStackTraces();
  try {
    return await judgeAll(bench, resources);
  } finally {
    restore();
  }
}

async function judgeAll(bench: Bench, resources: readonly RecordedResource[]): Promise<Judgement> {
  const requests = analyzerRequests(resources);
  const violations: Violation[] = [];
  const judged: RecordedResource[] = [];
  for (const resource of resources) {
    // What is only read is not judged alone, but it is part of the stack.
    const found = resource.read ? { violations: [], resource } : await judgeResource(bench, requests, resource);
    violations.push(...found.violations);
    judged.push(found.resource);
  }
  const urns = new Set(judged.map(({ urn }) => urn));
  const root = judged.find(({ type }) => type === STACK_TYPE)?.urn ?? "";
  for (const diagnosis of await askAboutStack(bench.pack, bench.policies, judged.map(requests.aboutStack))) {
    const violation = violationOf(diagnosis, root);
    violations.push(urns.has(violation.urn) ? violation : { ...violation, urn: root });
  }
  const secrets = secretTexts(resources);
  const told = violations.map((violation) => ({ ...violation, message: withoutSecrets(violation.message, secrets) }));
  return { violations: told, resources: judged };
}

async function judgeResource(
  bench: Bench,
  { about }: ReturnType<typeof analyzerRequests>,
  resource: RecordedResource,
): Promise<{ violations: Violation[]; resource: RecordedResource }> {
  const violations: Violation[] = [];
  let { inputs } = resource;
  for (const policy of bench.remedies) {
    const found = await askForRemedy(bench.pack, policy, about(resource, inputs));
    if (found !== undefined && "properties" in found) {
      inputs = found.properties;
      violations.push({ rule: policy.name, level: "remediate", urn: resource.urn, message: found.description });
    } else if (found !== undefined) {
      violations.push(violationOf(found.diagnosis, resource.urn));
    }
  }
  for (const diagnosis of await askAboutResource(bench.pack, bench.policies, about(resource, inputs))) {
    violations.push(violationOf(diagnosis, resource.urn));
  }
  return { violations, resource: inputs === resource.inputs ? resource : remedied(resource, inputs) };
}

function violationOf({ rule, level, message, urn }: Diagnosis, subject: string): Violation {
  return { rule, level, urn: urn ?? subject, message };
}

// A provider echoes its inputs: what was put right in them shows in the outputs.
function remedied(resource: RecordedResource, inputs: Properties): RecordedResource {
  const outputs = Object.entries(resource.outputs).filter(([name]) => name in inputs || !(name in resource.inputs));
  const changed = Object.entries(inputs).filter(([name, value]) => value !== resource.inputs[name]);
  return { ...resource, inputs, outputs: { ...Object.fromEntries(outputs), ...Object.fromEntries(changed) } };
}
