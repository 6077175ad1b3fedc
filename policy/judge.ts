import { readConfiguration, type Configuration } from "./configuration";
import { isStackRule, typesOf, type Context, type ResourceRule, type Rule, type Settings, type StackRule } from "./define-rule";
import { withoutExcepted } from "./exception";
import type { Finding } from "./finding";
import type { Plain } from "./plain";
import { at, firstUnknown } from "./read";
import { readResource, stackOf, type Resource, type SdkResource } from "./resource";
import { stackFrom } from "./stack";

/** A finding with the resource it is about; without one it is about the stack as a whole. */
export type Judgement = Omit<Finding, "subject"> & { readonly subject: Resource | undefined };

/** What a judge is given besides resources: the rule's configuration, unread, and the clock's day. */
export interface Bench {
  readonly configuration: Plain;
  /** Milliseconds since 1970 UTC, used where the configuration sets no `asOf`. */
  readonly now: number;
}

/** Judges one resource. A resource of another type gives no findings; a rule that throws gives one. */
export function judgeResource(rule: ResourceRule, resource: Resource, bench: Bench): readonly Judgement[] {
  if (!typesOf(rule).includes(resource.type)) return [];
  return judge(rule, stackOf(resource.urn), [resource], resource, bench, (context) => {
    const unknown = rule.needs.flatMap((path) => firstUnknown(at(resource.props, path), path) ?? []);
    if (unknown.length > 0) return unknown.map(notKnown);
    return rule.check(resource, context);
  });
}

/** Judges a stack. */
export function judgeStack(rule: StackRule, resources: readonly SdkResource[], bench: Bench): readonly Judgement[] {
  const stack = stackFrom(resources);
  return judge(rule, stack.name, stack.of(...rule.resources), undefined, bench, (context) => rule.check(stack, context));
}

/** Judges resources by any rule: a resource rule sees each alone, a stack rule all together. */
export function judgeAll(rule: Rule, resources: readonly SdkResource[], bench: Bench): readonly Judgement[] {
  if (isStackRule(rule)) return judgeStack(rule, resources, bench);
  return resources.flatMap((resource) => judgeResource(rule, readResource(resource), bench));
}

function notKnown(path: string): Finding {
  return {
    at: path,
    got: "a value not known before the update",
    want: "a value known in the preview",
    fix: "Compute it from names and account numbers instead of waiting for another resource's output.",
    undecided: true,
  };
}

function judge(
  rule: Rule,
  stack: string,
  judged: readonly Resource[],
  subject: Resource | undefined,
  bench: Bench,
  check: (context: Context<Settings>) => readonly Finding[],
): readonly Judgement[] {
  const read = readConfiguration(rule, bench.configuration);
  if (!("settings" in read)) {
    return read.map((problem) => ({ ...problem, subject, at: `the configuration, ${problem.at}` }));
  }
  const moment = momentOf(read, bench.now);
  const found = run(() => check({ settings: read.settings, stack, asOf: moment }));
  const judgements = found.map((finding) => ({ ...finding, subject: finding.subject ?? subject }));
  const ofResources = judgements.filter((one): one is Judgement & { subject: Resource } => one.subject !== undefined);
  const ofStack = judgements.filter((one) => one.subject === undefined);
  const today = new Date(moment).toISOString().slice(0, 10);
  return [...withoutExcepted(ofResources, judged, read.exceptions, today), ...ofStack];
}

/** A broken rule must not let a resource pass. */
function run(check: () => readonly Finding[]): readonly Finding[] {
  try {
    return check();
  } catch (error) {
    const got = `the rule failed: ${error instanceof Error ? error.message : String(error)}`;
    return [
      { at: "the rule itself", got, want: "a judgement", fix: "Report it with the resource that made it fail.", undecided: true },
    ];
  }
}

function momentOf(configuration: Configuration, now: number): number {
  return configuration.asOf === undefined ? now : Date.parse(`${configuration.asOf}T00:00:00Z`);
}
