import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided } from "../../finding";
import { isSensitive, sensitiveSettings } from "../../group";
import { parameter } from "../../patching/invocation";
import { harmlessSettings, installsOf, type Operation } from "../../patching/operation";
import { groupsOf, showTargets } from "../../patching/targets";
import { UNKNOWN } from "../../plain";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "sensitive-groups-use-noreboot",
  concern: "review",
  description: "Sensitive groups use NoReboot.",
  why: "AWS-RunPatchBaseline restarts a server after an install unless it is told not to: an absent RebootOption means RebootIfNeeded. A database that restarts by itself is an outage.",
  remediation:
    "Give every install of a sensitive group RebootOption NoReboot, in just this spelling, and restart its servers by hand or by a reviewed change.",
  severity: "critical",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl, CONTROLS.flawRemediation],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-aws-runpatchbaseline.html",
  unless: "Your sensitive servers stand in clusters that survive any single restart; then take them out of the sensitive groups.",
  settings: { ...sensitiveSettings, ...harmlessSettings },
  resources: [TASK, ASSOCIATION],
  check: (stack, { settings }) =>
    installsOf(stack, settings.harmlessDocuments).flatMap((install) => {
      const reboot = rebootOf(install);
      if (reboot === "NoReboot") return [];
      const sensitive = isSensitive(groupsOf(install.targets), stack.name, settings);
      if (sensitive === "no") return [];
      const got = `${reboot} on ${showTargets(install.targets)}`;
      const want = "RebootOption NoReboot";
      if (sensitive === "yes" && install.does === "install" && reboot !== NOT_KNOWN)
        return [about(install.by, install.at, got, want)];
      const why =
        sensitive === "unclear"
          ? "whether its servers are sensitive cannot be told"
          : (install.why ?? "its reboot option is not known");
      return [undecided(install.by, install.at, `${got}; ${why}`, `${want}, or targets by a group's tag`)];
    }),
});

const NOT_KNOWN = "a RebootOption that is not known";

/** What an install does about restarts, as AWS reads it: parameter names and values are case-sensitive. */
function rebootOf(install: Operation): string {
  if (install.does === "unclear") return NOT_KNOWN;
  const option = parameter(install.parameters, "RebootOption");
  if (option === UNKNOWN) return NOT_KNOWN;
  return option === undefined ? "no RebootOption, so RebootIfNeeded" : option;
}
