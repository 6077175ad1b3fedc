import { groupsOfBaseline } from "../../baseline/registrations";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { isProduction, productionSettings } from "../../group";
import { BASELINE } from "../../vocabulary";

export default defineRule({
  name: "environments-have-own-baselines",
  concern: "baseline",
  description: "Production groups and others do not share a baseline.",
  why: "A change to a shared baseline reaches production in the same moment as the environment that was to try it.",
  remediation: "Make a baseline for production and one for the others, even where both say the same today.",
  severity: "low",
  enforcement: "advisory",
  controls: [CONTROLS.changeControl, CONTROLS.impactAnalysis],
  source: "https://docs.aws.amazon.com/prescriptive-guidance/latest/patch-management-hybrid-cloud/design-on-premises.html",
  unless: "Rings keep the order in time and the baseline never differs.",
  settings: productionSettings,
  resources: [BASELINE],
  check: (stack, { settings }) =>
    stack.of(BASELINE).flatMap((baseline) => {
      const groups = groupsOfBaseline(stack, baseline);
      const production = groups.filter((group) => isProduction([group], stack.name, settings) === "yes");
      const others = groups.filter((group) => !production.includes(group));
      if (production.length === 0 || others.length === 0) return [];
      const got = `${production.join(", ")} beside ${others.join(", ")}`;
      return [about(baseline, "its groups", got, "only production groups, or none")];
    }),
});
