import { registrationsOf } from "../../baseline/registrations";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { knownGroups } from "../../group";
import { operationsOf } from "../../patching/operation";
import { groupsOf } from "../../patching/targets";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "target-groups-are-known",
  concern: "ring",
  description: "Targets name only patch groups that exist.",
  why: "A mistyped group is a group of its own: the window runs green on no server at all, and the servers it was meant for are never patched.",
  remediation: "Correct the name, or add the group to the fleet and register it with a baseline.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.inventory, CONTROLS.flawRemediation],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-patch-groups.html",
  unless: "Groups are registered by another stack; then set `groups`.",
  settings: knownGroups,
  resources: [TASK, ASSOCIATION],
  check: (stack, { settings }) => {
    const registered = registrationsOf(stack).flatMap(({ group }) => group ?? []);
    const known = settings.groups ?? registered;
    // A stack that registers no group at all tells nothing about which there are.
    if (settings.groups === undefined && registered.length === 0) return [];
    return operationsOf(stack).flatMap(({ by, at, targets }) =>
      (groupsOf(targets) ?? [])
        .filter((group) => !known.includes(group))
        .map((group) => about(by, at, `group ${group}`, `one of ${[...new Set(known)].join(", ")}`)),
    );
  },
});
