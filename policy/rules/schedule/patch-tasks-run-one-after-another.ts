import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { operationsOf, type Operation } from "../../patching/operation";
import { covers, groupsOf, showTargets } from "../../patching/targets";
import { number } from "../../read";
import { TASK } from "../../vocabulary";

export default defineRule({
  name: "patch-tasks-run-one-after-another",
  concern: "schedule",
  description: "Patch tasks of one window that reach the same servers have different priorities.",
  why: "Tasks of equal priority run at the same time. Two patch runs on one server block each other on the package lock, and one of them fails.",
  remediation: "Give each task of the window that patches the same servers a priority of its own.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_RegisterTaskWithMaintenanceWindow.html",
  unless: "A second tag keeps the tasks' servers apart.",
  resources: [TASK],
  check: (stack) => {
    const all = operationsOf(stack).filter(({ window }) => typeof window === "object" || typeof window === "string");
    return all.flatMap((one, index) => {
      // Each pair is told once, on the task that comes second.
      const other = all.slice(0, index).find((earlier) => collide(earlier, one));
      if (other === undefined) return [];
      const priority = number(one.priority) ?? "not written";
      const got = `priority ${priority}, as ${other.by.name}, on ${showTargets(one.targets)}`;
      return [about(one.by, "priority", got, "a priority of its own")];
    });
  },
});

function collide(one: Operation, other: Operation): boolean {
  if (one.by === other.by || one.window !== other.window) return false;
  if (number(one.priority) !== number(other.priority)) return false;
  if (covers(one.targets, other.targets) === "yes" || covers(other.targets, one.targets) === "yes") return true;
  const groups = groupsOf(one.targets) ?? [];
  return (groupsOf(other.targets) ?? []).some((group) => groups.includes(group));
}
