import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { operationsOf } from "../../patching/operation";
import { list } from "../../read";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "baseline-override-is-not-used",
  concern: "install",
  description: "Patching does not override its baselines.",
  why: "Outside a Quick Setup policy BaselineOverride writes no compliance: servers are patched by one rule and judged by another. Together with InstallOverrideList the run fails.",
  remediation: "Put what the override says into a baseline, or install an exact list by InstallOverrideList.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation, CONTROLS.ssmPatchCompliance],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-baselineoverride-parameter.html",
  unless: "In an emergency, with an exception that ends the same week.",
  resources: [TASK, ASSOCIATION],
  check: (stack) =>
    operationsOf(stack).flatMap(({ by, at, document, parameters }) => {
      const given = [...parameters].find(
        ([name, value]) => name.toLowerCase() === "baselineoverride" && list(value).some((item) => item !== ""),
      );
      return given === undefined ? [] : [about(by, at, `${given[0]} for ${document}`, "no BaselineOverride")];
    }),
});
