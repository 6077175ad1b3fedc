import { approvalsOf, familyOf, patchesOf, systemOf } from "../../baseline/baseline";
import { groupsOfBaseline, isAutomaticProduction } from "../../baseline/registrations";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { productionSettings, sensitiveSettings } from "../../group";
import { number } from "../../read";
import { BASELINE } from "../../vocabulary";

export default defineRule({
  name: "kernel-is-not-patched-blind",
  concern: "baseline",
  description: "A baseline of automatic production servers decides about kernels.",
  why: "A kernel that arrives in production on the day of its release, beside everything else, is the patch that keeps servers from coming back.",
  remediation:
    "Reject kernels (linux-* on Ubuntu and Debian, kernel* elsewhere) and bring them by image or by a reviewed change; where delays work, a delay also does.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.impactAnalysis, CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-linux-rules.html",
  unless: "An earlier ring runs the same kernels for some days first and holds production when it fails.",
  settings: { ...productionSettings, ...sensitiveSettings },
  resources: [BASELINE],
  check: (stack, { settings }) =>
    stack.of(BASELINE).flatMap((baseline) => {
      const family = familyOf(baseline);
      if (family !== "apt" && family !== "rpm" && family !== "zypper") return [];
      const groups = groupsOfBaseline(stack, baseline).filter((group) => isAutomaticProduction(group, stack.name, settings));
      if (groups.length === 0 || patchesOf(baseline, "rejectedPatches").some(({ patch }) => /^(linux|kernel)/.test(patch)))
        return [];
      const delayed = approvalsOf(baseline).every(({ days, date }) => date !== undefined || (number(days) ?? 0) > 0);
      if (delayed && family !== "apt") return [];
      const got = `every kernel for ${systemOf(baseline)} at once, in ${groups.join(", ")}`;
      return [about(baseline, "rejectedPatches", got, "kernels rejected, or a delay where the system has one")];
    }),
});
