import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided, type Finding } from "../../finding";
import { operationsOf } from "../../patching/operation";
import { groupsOf } from "../../patching/targets";
import type { Resource } from "../../resource";
import { HORIZON, openingsBetween, showInstant, type Opening } from "../../schedule/window";
import { integer, type Setting } from "../../setting";
import type { Stack } from "../../stack";
import { WINDOW } from "../../vocabulary";

/** A ring, its groups and the ring before it. */
interface Ring {
  readonly name: string;
  readonly groups: readonly string[];
  readonly after?: string;
}

const rings: Setting<readonly Ring[]> = {
  schema: {
    type: "array",
    description: "The rings, each with its groups and the ring it follows.",
    items: {
      type: "object",
      additionalProperties: false,
      required: ["name", "groups"],
      properties: {
        name: { type: "string", minLength: 1, description: "the ring's name" },
        groups: { type: "array", items: { type: "string", minLength: 1 }, description: "its patch groups" },
        after: { type: "string", minLength: 1, description: "the ring it follows" },
      },
    },
  },
  fallback: [],
};

export default defineRule({
  name: "rings-keep-their-order",
  concern: "ring",
  description: "A ring's window opens only after a window of the ring before it has closed.",
  why: "A ring that installs first, or at the same time, tries the patches in place of the ring that was to try them.",
  remediation: "Move the later ring's schedule behind the earlier one's.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl, CONTROLS.impactAnalysis],
  source: "https://docs.aws.amazon.com/prescriptive-guidance/latest/patch-management-hybrid-cloud/design-standard.html",
  unless: "Rings are released by evidence alone and windows say nothing about their order.",
  settings: { rings, mostDaysApart: integer(35, 1, 366, "How many days at most the earlier ring's window may lie back.") },
  resources: [WINDOW],
  check: (stack, { settings, asOf }) =>
    settings.rings.flatMap((ring) => {
      const before = settings.rings.find(({ name }) => name === ring.after);
      return before === undefined ? [] : outOfOrder(stack, ring, before, asOf, settings.mostDaysApart * 86_400_000);
    }),
});

function outOfOrder(stack: Stack, ring: Ring, before: Ring, asOf: number, apart: number): readonly Finding[] {
  const earlier = windowsOf(stack, before);
  const later = windowsOf(stack, ring);
  // In another stack's windows nothing can be seen.
  if (earlier.length === 0 || later.length === 0) return [];
  const findings: Finding[] = [];
  const read = (windows: readonly Resource[], from: number): readonly Opening[] =>
    windows.flatMap((window) => {
      const times = openingsBetween(window, from, asOf + HORIZON);
      if (times.known) return times.openings;
      findings.push(undecided(window, "schedule", times.got, `a schedule that can be compared with ring ${ring.name}`));
      return [];
    });
  const passed = read(earlier, asOf - apart);
  const opened = read(later, asOf);
  if (findings.length > 0) return findings;
  return later.flatMap((window) => {
    const wrong = opened.find(
      (opening) => opening.window === window && !passed.some(({ end }) => end <= opening.start && opening.start - end <= apart),
    );
    if (wrong === undefined) return [];
    return [
      about(
        window,
        "schedule",
        `${ring.name} opens ${showInstant(wrong.start)}, before ${before.name} has closed`,
        `a window after one of ${before.name}`,
      ),
    ];
  });
}

function windowsOf(stack: Stack, ring: Ring): readonly Resource[] {
  const windows = operationsOf(stack)
    .filter(({ does, targets }) => does === "install" && (groupsOf(targets) ?? []).some((group) => ring.groups.includes(group)))
    .flatMap(({ window }) => (typeof window === "object" ? [window] : []));
  return [...new Set(windows)];
}
