import { isProduction, isSensitive, productionSettings, sensitiveSettings } from "../group";
import { text } from "../read";
import { place, type Resource } from "../resource";
import type { Values } from "../setting";
import { once, type Referred, type Stack } from "../stack";
import { BASELINE, REGISTRATION } from "../vocabulary";

/** A patch group's registration with a baseline. */
export interface Registration {
  readonly resource: Resource;
  /** Undefined where the group's name is not known. */
  readonly group: string | undefined;
  readonly baseline: Referred;
  readonly place: string;
}

/** The registrations of a stack. */
export const registrationsOf: (stack: Stack) => readonly Registration[] = once((stack) =>
  stack.of(REGISTRATION).map((resource) => ({
    resource,
    group: text(resource.props["patchGroup"]),
    baseline: stack.referred(resource, "baselineId", resource.props["baselineId"], BASELINE),
    place: place(resource),
  })),
);

/** The groups registered with a baseline of the stack. */
export function groupsOfBaseline(stack: Stack, baseline: Resource): readonly string[] {
  return groupsByBaseline(stack).get(baseline) ?? [];
}

const groupsByBaseline: (stack: Stack) => ReadonlyMap<Resource, readonly string[]> = once((stack) => {
  const groups = new Map<Resource, string[]>();
  for (const { group, baseline } of registrationsOf(stack)) {
    if (group === undefined || typeof baseline !== "object") continue;
    for (const one of baseline) groups.set(one, [...(groups.get(one) ?? []), group]);
  }
  return groups;
});

/** Whether a group is patched automatically in production: production, and not sensitive, where people look first. */
export function isAutomaticProduction(
  group: string,
  stack: string,
  settings: Values<typeof productionSettings & typeof sensitiveSettings>,
): boolean {
  return isProduction([group], stack, settings) === "yes" && isSensitive([group], stack, settings) === "no";
}
