import { Temporal } from "temporal-polyfill";
import { calendar } from "../fleet/calendar";
import type { Plan } from "../fleet/plan";
import type { Problem } from "../fleet/problem";
import type { RecordedResource } from "./engine/recorded-resource";
import {
  isAttachment,
  isList,
  isProperties,
  isResourceReference,
  isSecret,
  isUnknown,
  type Properties,
  type Value,
} from "./engine/value";
import type { Preview, PreviewResource, PreviewStack, Violation } from "./preview";
import type { StackPreview } from "./preview-fleet";

/** How many days the calendar of a preview covers. */
export const CALENDAR_DAYS = 30;

/** A value as programs and people may see it: secrets and unknowns are named, nothing else is hidden. */
export function visible(value: Value): unknown {
  if (isSecret(value)) return "[secret]";
  if (isUnknown(value)) return "[unknown]";
  if (isResourceReference(value)) return value.$resource;
  if (isAttachment(value)) return "[attachment]";
  if (isList(value)) return value.map(visible);
  return isProperties(value) ? visibleProperties(value) : value;
}

function visibleProperties(properties: Properties): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, visible(value)]));
}

function toResource({ urn, type, name, parent, inputs }: RecordedResource): PreviewResource {
  const region = inputs["region"];
  return { urn, type, name, parent, inputs: visibleProperties(inputs), region: typeof region === "string" ? region : null };
}

function toStack({ stack, result }: StackPreview, violations: readonly Violation[]): PreviewStack {
  return {
    name: stack.name,
    kind: stack.kind,
    account: stack.account.id,
    regions: [...stack.regions],
    resources: result.resources.map(toResource).toSorted((a, b) => (a.urn < b.urn ? -1 : 1)),
    outputs: result.ok ? visibleProperties(result.outputs) : {},
    violations: [...violations],
  };
}

function failureOf({ stack, result }: StackPreview): Problem[] {
  if (result.ok) return [];
  const at = result.failure.urn === undefined ? `stack ${stack.name}` : `stack ${stack.name} ${result.failure.urn}`;
  return [{ at, got: result.failure.message, want: "a program that finishes", fix: "Mend what the message names." }];
}

function warningsOf({ stack, result }: StackPreview): { at: string; message: string }[] {
  return result.logs
    .filter(({ severity }) => severity === "warning")
    .map(({ message }) => ({ at: `stack ${stack.name}`, message }));
}

/** Without a pack a preview would look as green as a judged one. */
export const UNJUDGED: Preview["notices"][number] = {
  at: "policy",
  message: "there is no policy pack beside this program: no rule has judged this preview",
};

/** A plan and its previewed stacks as one piece of plain data; `violations` has each stack's by its name, `notices` what else to say. */
export function toPreview(
  plan: Plan,
  stacks: readonly StackPreview[],
  violations: ReadonlyMap<string, readonly Violation[]>,
  notices: Preview["notices"] = [],
): Preview {
  const from = Temporal.Instant.from(plan.asOf);
  const accounts = new Set(stacks.map(({ stack }) => stack.account.key));
  return {
    stacks: stacks.map((stack) => toStack(stack, violations.get(stack.stack.name) ?? [])),
    calendar: calendar(plan, from, from.add({ hours: 24 * CALENDAR_DAYS })).filter(({ account }) => accounts.has(account)),
    problems: stacks.flatMap(failureOf),
    notices: [...notices, ...plan.notices, ...stacks.flatMap(warningsOf)],
  };
}
