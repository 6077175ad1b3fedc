import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { isSensitive, sensitiveSettings } from "../../group";
import { parameter } from "../../patching/invocation";
import { operationsOf } from "../../patching/operation";
import { groupsOf, showTargets } from "../../patching/targets";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "review-installs-from-approved-list",
  concern: "review",
  description: "A sensitive group installs only what is on an approved list.",
  why: "Between review and install new patches appear. Without a list the install brings these, too, which nobody has looked at.",
  remediation: "Give the install InstallOverrideList with the address of the approved manifest.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl, CONTROLS.impactAnalysis],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-aws-runpatchbaseline.html",
  unless: "The review looks at the baseline and not at packages.",
  settings: sensitiveSettings,
  resources: [TASK, ASSOCIATION],
  check: (stack, { settings }) =>
    operationsOf(stack)
      .filter(({ does, targets }) => does === "install" && isSensitive(groupsOf(targets), stack.name, settings) === "yes")
      .filter(({ parameters }) => (parameter(parameters, "InstallOverrideList") ?? "") === "")
      .map(({ by, at, targets }) =>
        about(
          by,
          at,
          `an install of all that its baseline approves, on ${showTargets(targets)}`,
          "InstallOverrideList with an approved manifest",
        ),
      ),
});
