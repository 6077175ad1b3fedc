import { graphOf, reaches } from "../../automation/graph";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, type Finding } from "../../finding";
import { installSteps, type InstallStep } from "../../patching/changing-steps";
import { operationsOf, type Operation } from "../../patching/operation";
import { covers } from "../../patching/targets";
import { UNKNOWN } from "../../plain";
import { number } from "../../read";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "install-is-followed-by-scan",
  concern: "install",
  description: "After an install, its servers are scanned again.",
  why: "An install reports what it installed and what failed, never what is still missing. Until the next scan every server it reached looks compliant.",
  remediation:
    "Add a scan of the same targets after the install: a later step of the runbook, or a task with a higher priority number in the window.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation, CONTROLS.ssmPatchCompliance, CONTROLS.vulnerabilityScanning],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-aws-runpatchbaseline.html",
  unless: "All nodes are scanned every day anyhow and a day of wrong compliance does no harm.",
  resources: [TASK, ASSOCIATION],
  check: (stack) => {
    const all = operationsOf(stack);
    const inWindows = all.filter(
      ({ does, window, runbook }) => does === "install" && window !== undefined && runbook === undefined,
    );
    return [
      ...inWindows.flatMap((install) => inWindow(install, all)),
      ...installSteps(stack).flatMap((install) => inRunbook(install, all)),
    ];
  },
});

/** The install's success must lead to a scan: a way that is taken only after a failure or a cancelling does not count. */
function inRunbook(install: InstallStep, all: readonly Operation[]): readonly Finding[] {
  const graph = graphOf(install.runbook);
  const reached = scansOf(install, all).some((scan) =>
    reaches(graph, install.step, (candidate) => candidate === scan.step, {
      edge: ({ why }) => why === "cancel" || why === "failure",
    }),
  );
  return reached
    ? []
    : [
        about(
          install.by,
          install.at,
          `nothing that scans after ${install.step.name}`,
          "a step after it that scans the same servers",
        ),
      ];
}

function inWindow(install: Operation, all: readonly Operation[]): readonly Finding[] {
  const later = scansOf(install, all).some(
    (scan) =>
      scan.runbook === undefined &&
      scan.window === install.window &&
      (number(scan.priority) ?? 0) > (number(install.priority) ?? 0),
  );
  if (later || install.window === UNKNOWN) return [];
  return [
    about(
      install.by,
      install.at,
      "no later task of its window that scans",
      "a task with a higher priority number that scans the same servers",
    ),
  ];
}

function scansOf(install: Operation, all: readonly Operation[]): readonly Operation[] {
  return all.filter((other) => other.does === "scan" && covers(other.targets, install.targets) !== "no");
}
