import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided } from "../../finding";
import { operationsOf } from "../../patching/operation";
import { groupsOf, showTargets } from "../../patching/targets";
import { UNKNOWN } from "../../plain";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "install-targets-group-by-tag",
  concern: "ring",
  description: "Every install reaches its servers by their patch group's tag.",
  why: "A list of ids grows old with the first server that is replaced, and says nothing about ring or review. What is reached by a resource group or by another tag may belong to any environment.",
  remediation: "Target tag:PatchGroup with the group's name.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl, CONTROLS.inventory],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-patch-groups.html",
  unless: "The window serves a single server on purpose.",
  resources: [TASK, ASSOCIATION],
  check: (stack) =>
    operationsOf(stack)
      .filter(({ does }) => does === "install")
      .flatMap(({ by, at, targets }) => {
        const want = "tag:PatchGroup and the groups' names";
        if ((groupsOf(targets) ?? []).length > 0) return [];
        const unknown =
          targets === UNKNOWN || targets.some(({ conditions }) => conditions === UNKNOWN || conditions.some(isUnknown));
        return [(unknown ? undecided : about)(by, at, showTargets(targets), want)];
      }),
});

function isUnknown({ key, values }: { readonly key: unknown; readonly values: unknown }): boolean {
  return key === UNKNOWN || values === UNKNOWN;
}
