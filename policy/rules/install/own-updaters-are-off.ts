import { systemOf } from "../../baseline/baseline";
import { SYSTEMS, type Family } from "../../baseline/systems";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, type Finding } from "../../finding";
import { grouped } from "../../grouped";
import { holdAllNodes, readConditions } from "../../patching/targets";
import { text } from "../../read";
import { place, type Resource } from "../../resource";
import type { Stack } from "../../stack";
import { ASSOCIATION, BASELINE, DOCUMENT } from "../../vocabulary";

export default defineRule({
  name: "own-updaters-are-off",
  concern: "install",
  description: "Where servers are patched by baselines, an association turns off their own updaters.",
  why: "Ubuntu, and many images of others, install security updates by themselves every day. Unless unattended-upgrades, dnf-automatic and Windows' automatic updates are off, review, rings and freezes hold nothing.",
  remediation: "Add an association on InstanceIds * with a document that turns off the updaters of the systems in use.",
  severity: "critical",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl, CONTROLS.flawRemediation],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-troubleshooting.html",
  unless: "The images have no updater of their own, and a rule elsewhere keeps them so.",
  resources: [BASELINE],
  check: (stack) => {
    const byPlace = grouped(stack.of(BASELINE), place);
    return [...byPlace].flatMap(([where, baselines]) => stillOn(stack, where, baselines));
  },
});

/** What a document must name to turn off each family's updater. */
const OFF: readonly { readonly family: Family; readonly updater: string; readonly named: RegExp }[] = [
  { family: "apt", updater: "unattended-upgrades", named: /unattended-upgrades|apt-daily-upgrade/ },
  { family: "rpm", updater: "dnf-automatic", named: /dnf-automatic|dnf-makecache|yum-cron/ },
  { family: "windows", updater: "Windows' automatic updates", named: /NoAutoUpdate|AUOptions|AWS-ConfigureWindowsUpdate/ },
];

function stillOn(stack: Stack, where: string, baselines: readonly Resource[]): readonly Finding[] {
  const turnedOff = stack
    .of(ASSOCIATION)
    .filter((association) => place(association) === where && holdAllNodes(readConditions(association.props["targets"])) === true)
    .map((association) => contentOf(stack, association))
    .join("\n");
  const families = new Set(baselines.map((baseline) => SYSTEMS[systemOf(baseline)]));
  return OFF.flatMap(({ family, updater, named }) => {
    if (!families.has(family) || named.test(turnedOff)) return [];
    return baselines
      .slice(0, 1)
      .map((first) =>
        about(first, "its servers", `${updater} that nothing turns off`, "an association on all nodes that turns it off"),
      );
  });
}

function contentOf(stack: Stack, association: Resource): string {
  const name = association.props["name"];
  const documents = stack.referred(association, "name", name, DOCUMENT);
  // A document elsewhere is known by its name alone: AWS's own for Windows is.
  if (typeof documents !== "object") return text(name) ?? "";
  return documents.map(({ props }) => text(props["content"]) ?? "").join("\n");
}
