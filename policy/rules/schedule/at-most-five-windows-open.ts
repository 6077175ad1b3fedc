import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided, type Finding } from "../../finding";
import { grouped } from "../../grouped";
import { place, type Resource } from "../../resource";
import { HORIZON, openingsBetween, showInstant, type Opening } from "../../schedule/window";
import { integer } from "../../setting";
import { WINDOW } from "../../vocabulary";

export default defineRule({
  name: "at-most-five-windows-open",
  concern: "schedule",
  description: "At most five maintenance windows of an account and region are open at the same time.",
  why: "Systems Manager runs five windows at once in an account and region. What is above that waits or is skipped, and servers stay unpatched without an error.",
  remediation: "Give windows that open together one window with several targets, or move some of them.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation],
  source: "https://docs.aws.amazon.com/general/latest/gr/ssm.html",
  unless: "AWS has raised the quota of the account; then raise `most`, too.",
  settings: { most: integer(5, 1, 100, "How many windows may be open at the same time.") },
  resources: [WINDOW],
  check: (stack, { asOf, settings }) => {
    const byPlace = grouped(stack.of(WINDOW), place);
    return [...byPlace.values()]
      .filter((windows) => windows.length > settings.most)
      .flatMap((windows) => crowded(windows, asOf, settings.most));
  },
});

function crowded(windows: readonly Resource[], asOf: number, most: number): readonly Finding[] {
  const findings: Finding[] = [];
  const openings: Opening[] = [];
  for (const window of windows) {
    const read = openingsBetween(window, asOf, asOf + HORIZON);
    if (read.known) openings.push(...read.openings);
    else findings.push(undecided(window, "schedule", read.got, "a schedule that can be compared with the other windows"));
  }
  let open: Opening[] = [];
  for (const next of openings.toSorted((a, b) => a.start - b.start)) {
    open = [...open.filter(({ end }) => end > next.start), next];
    if (open.length <= most) continue;
    const others = open.map(({ window }) => window.name).join(", ");
    const got = `${open.length} windows open at ${showInstant(next.start)}: ${others}`;
    // The first time tells enough: schedules repeat.
    return [...findings, about(next.window, "schedule", got, `at most ${most} at the same time`)];
  }
  return findings;
}
