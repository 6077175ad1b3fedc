import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { isProduction, productionSettings } from "../../group";
import { operationsOf } from "../../patching/operation";
import { groupsOf } from "../../patching/targets";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "install-serves-one-environment",
  concern: "ring",
  description: "No install reaches production together with other environments.",
  why: "What patches test and production in one run has no test.",
  remediation: "Give each environment a window or a task of its own, production after the others.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl, CONTROLS.impactAnalysis],
  source: "https://docs.aws.amazon.com/prescriptive-guidance/latest/patch-management-hybrid-cloud/design-standard.html",
  unless: "The other environment is a spare of production.",
  settings: productionSettings,
  resources: [TASK, ASSOCIATION],
  check: (stack, { settings }) =>
    operationsOf(stack)
      .filter(({ does }) => does === "install")
      .flatMap(({ by, at, targets }) => {
        const groups = groupsOf(targets) ?? [];
        const production = groups.filter((group) => isProduction([group], stack.name, settings) === "yes");
        const others = groups.filter((group) => !production.includes(group));
        if (production.length === 0 || others.length === 0) return [];
        return [about(by, at, `${production.join(", ")} beside ${others.join(", ")}`, "groups of one environment")];
      }),
});
