import type { ResourceValidationArgs } from "@pulumi/policy";
import { readConfiguration } from "./configuration";
import type { ResourceRule } from "./define-rule";
import type { Bench } from "./judge";
import type { PlainRecord } from "./plain";
import { isRecord } from "./read";
import { readResource, stackOf } from "./resource";

/**
 * Sets what a rule is sure of, one property at a time, on the very object the engine gave: an object that is copied and
 * spread loses the marks of its secrets. What is already there is never replaced. Gives the properties only when one
 * changed.
 */
export function remediation(rule: ResourceRule, args: ResourceValidationArgs, bench: Bench): Record<string, unknown> | undefined {
  const configuration = readConfiguration(rule, bench.configuration);
  if (rule.remediate === undefined || !("settings" in configuration)) return undefined;
  const resource = readResource(args);
  const context = { settings: configuration.settings, stack: stackOf(args.urn), asOf: bench.now };
  if (rule.check(resource, context).length === 0) return undefined;
  return fill(args.props, rule.remediate(resource, context)) ? args.props : undefined;
}

function fill(into: object, wanted: PlainRecord): boolean {
  let changed = false;
  for (const [key, value] of Object.entries(wanted)) {
    const present: unknown = Object.hasOwn(into, key) ? Reflect.get(into, key) : undefined;
    if (present === undefined || present === null) changed = Reflect.set(into, key, value) || changed;
    else if (isRecord(value) && typeof present === "object") changed = fill(present, value) || changed;
  }
  return changed;
}
