import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { tagKey } from "../../group";
import { operationsOf } from "../../patching/operation";
import { readConditions, type Condition } from "../../patching/targets";
import { UNKNOWN, type Unknown } from "../../plain";
import type { Resource } from "../../resource";
import { ASSOCIATION, TARGET, TASK } from "../../vocabulary";

export default defineRule({
  name: "targets-use-one-tag-key",
  concern: "ring",
  description: "All targets name patch groups by the fleet's one tag key.",
  why: "PatchGroup and Patch Group choose the same baseline, but as targets they are two sets of servers: a window on one key never reaches servers that carry the other. Any other spelling reaches none.",
  remediation: "Write tag: and the fleet's key, in its exact case.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.inventory],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-patch-groups.html",
  unless: "The fleet is moving from one key to the other; then make an exception with an end.",
  settings: { tagKey },
  resources: [TARGET, TASK, ASSOCIATION],
  check: (stack, { settings }) => {
    const want = `tag:${settings.tagKey}`;
    const registered = stack
      .of(TARGET)
      .map((target): Place => ({ by: target, at: "targets", conditions: readConditions(target.props["targets"]) }));
    const own = operationsOf(stack).flatMap(({ by, at, targets }): readonly Place[] => {
      // Registered targets are told once, where they are registered.
      const sets = targets === UNKNOWN ? [] : targets.filter(({ registered: name }) => name?.startsWith("urn:") !== true);
      return sets.map(({ conditions }) => ({ by, at, conditions }));
    });
    return [...registered, ...own].flatMap(({ by, at, conditions }) => {
      const keys = conditions === UNKNOWN ? [] : conditions.map(({ key }) => key);
      return keys.flatMap((key) => (key !== UNKNOWN && isVariant(key, settings.tagKey) ? [about(by, at, key, want)] : []));
    });
  },
});

interface Place {
  readonly by: Resource;
  readonly at: string;
  readonly conditions: readonly Condition[] | Unknown;
}

function isVariant(key: string, tag: string): boolean {
  if (!key.toLowerCase().startsWith("tag:") || key === `tag:${tag}`) return false;
  return plainly(key.slice("tag:".length)) === plainly(tag);
}

function plainly(text: string): string {
  return text.toLowerCase().replaceAll(/[\s_-]/g, "");
}
