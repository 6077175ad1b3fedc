import { CONTROLS } from "../../controls";
import { defineRule, type Context } from "../../define-rule";
import { about, undecided, type Finding } from "../../finding";
import { operationsOf } from "../../patching/operation";
import { groupsOf } from "../../patching/targets";
import { place, type Resource } from "../../resource";
import { HORIZON, openingsBetween, showInstant, type Opening } from "../../schedule/window";
import type { Stack } from "../../stack";
import { WINDOW } from "../../vocabulary";

export default defineRule({
  name: "windows-of-a-group-do-not-overlap",
  concern: "schedule",
  description: "No two maintenance windows that patch the same group are open at the same time.",
  why: "Two patch runs on one server block each other: the second fails on the package lock, and whichever ends last decides what the record says.",
  remediation: "Move one of the windows, shorten it, or put both tasks into one window with different priorities.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-troubleshooting.html",
  unless: "The windows' targets exclude each other by a second tag.",
  resources: [WINDOW],
  check: (stack, context) => {
    const byGroup = windowsByGroup(stack);
    // Two windows may share several groups; one finding is enough.
    const told = new Set<string>();
    return [...byGroup].flatMap(([, { group, windows }]) =>
      windows.size < 2 ? [] : overlaps(group, [...windows], context, told),
    );
  },
});

function windowsByGroup(stack: Stack): Map<string, { group: string; windows: Set<Resource> }> {
  const byGroup = new Map<string, { group: string; windows: Set<Resource> }>();
  for (const { window, targets } of operationsOf(stack)) {
    if (typeof window !== "object") continue;
    for (const group of groupsOf(targets) ?? []) {
      const key = `${place(window)} ${group}`;
      const entry = byGroup.get(key) ?? { group, windows: new Set() };
      entry.windows.add(window);
      byGroup.set(key, entry);
    }
  }
  return byGroup;
}

function overlaps(
  group: string,
  windows: readonly Resource[],
  { asOf }: Context<unknown>,
  told: Set<string>,
): readonly Finding[] {
  const findings: Finding[] = [];
  const all: Opening[] = [];
  for (const window of windows) {
    const read = openingsBetween(window, asOf, asOf + HORIZON);
    if (read.known) all.push(...read.openings);
    else if (!told.has(window.urn))
      findings.push(
        undecided(window, "schedule", read.got, `a schedule that can be compared with the other windows of ${group}`),
      );
    if (!read.known) told.add(window.urn);
  }
  const inOrder = all.toSorted((a, b) => a.start - b.start);
  let open: Opening | undefined;
  for (const next of inOrder) {
    if (open !== undefined && next.start < open.end && next.window !== open.window) {
      const pair = [open.window.urn, next.window.urn].toSorted().join(" ");
      const got = `opens ${showInstant(next.start)} while ${open.window.name} is open until ${showInstant(open.end)}; both patch ${group}`;
      if (!told.has(pair))
        findings.push(about(next.window, "schedule", got, "windows of one group that are never open together"));
      told.add(pair);
    }
    if (open === undefined || next.end > open.end) open = next;
  }
  return findings;
}
