import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided } from "../../finding";
import { isProduction, productionSettings } from "../../group";
import { harmlessSettings, installsOf, operationsOf } from "../../patching/operation";
import { scannedBefore } from "../../patching/scanned-before";
import { groupsOf, showTargets } from "../../patching/targets";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "prod-must-scan-before-install",
  concern: "install",
  description: "Production must scan before install.",
  why: "Without a scan just before it, nobody can say what an install was going to change, and the record shows no state to compare with.",
  remediation:
    "Install through a runbook in which every way to the install passes a scan of the same targets; or put a Scan task of the same targets into the window, with a lower priority number than the Install task.",
  severity: "critical",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl, CONTROLS.impactAnalysis, CONTROLS.flawRemediation],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-aws-runpatchbaseline.html",
  unless: "Production servers are replaced by new images and never patched in place; then there is no install to judge either.",
  settings: { ...productionSettings, ...harmlessSettings },
  resources: [TASK, ASSOCIATION],
  check: (stack, { settings }) =>
    installsOf(stack, settings.harmlessDocuments).flatMap((install) => {
      const order = scannedBefore(install, operationsOf(stack));
      if (order.answer === "yes") return [];
      const production = isProduction(groupsOf(install.targets), stack.name, settings);
      if (production === "no") return [];
      const want = `a scan of ${showTargets(install.targets)} that surely runs before ${install.document} installs`;
      if (production === "yes" && order.answer === "no") return [about(install.by, install.at, order.got, want)];
      const why = production === "unclear" ? `${order.got}; whether its servers are production cannot be told` : order.got;
      return [undecided(install.by, install.at, why, `${want}, or targets by a group's tag`)];
    }),
});
