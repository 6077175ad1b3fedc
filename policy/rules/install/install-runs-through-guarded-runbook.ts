import { stepsThatAsk } from "../../automation/asking";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided } from "../../finding";
import { harmlessSettings, installsOf } from "../../patching/operation";
import { showTargets } from "../../patching/targets";
import { TASK } from "../../vocabulary";

export default defineRule({
  name: "install-runs-through-guarded-runbook",
  concern: "install",
  description: "Patches are installed only through a runbook that asks first.",
  why: "A maintenance window knows no calendar and no ring. A Run Command task in it installs through every freeze; only a runbook can ask before it installs.",
  remediation:
    "Make the window's task an AUTOMATION task without targets that starts a runbook: ask the change calendar, branch on the answer, scan, install, scan.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl, CONTROLS.flawRemediation],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-change-calendar.html",
  unless: "Nobody in the organization ever freezes changes.",
  settings: harmlessSettings,
  resources: [TASK],
  check: (stack, { settings }) =>
    installsOf(stack, settings.harmlessDocuments).flatMap((install) => {
      // Associations have a rule of their own: they must not install at all.
      if (install.window === undefined) return [];
      const want = "a task that starts a runbook which asks the change calendar";
      const got = `${install.document} on ${showTargets(install.targets)}`;
      if (install.does === "unclear")
        return [undecided(install.by, install.at, `${got}: ${install.why ?? "it cannot be read"}`, want)];
      if (install.runbook === undefined) return [about(install.by, install.at, got, want)];
      if (stepsThatAsk(install.runbook, "calendar").length > 0) return [];
      return [about(install.by, install.at, `${got}, in a runbook that asks nothing`, want)];
    }),
});
