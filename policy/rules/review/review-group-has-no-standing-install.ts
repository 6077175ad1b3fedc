import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided } from "../../finding";
import { isSensitive, sensitiveSettings } from "../../group";
import { operationsOf, type Operation } from "../../patching/operation";
import { groupsOf, showTargets } from "../../patching/targets";
import { UNKNOWN } from "../../plain";
import { text } from "../../read";
import { readSchedule } from "../../schedule/expression";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "review-group-has-no-standing-install",
  concern: "review",
  description: "A sensitive group has no install that comes back by itself.",
  why: "A standing install patches on its day whether anybody has reviewed what it brings or not. An approved change is one window, once.",
  remediation: "Install from a one-off window, at(…), made for the approved change; scan on a schedule.",
  severity: "critical",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl, CONTROLS.impactAnalysis],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/maintenance-windows-schedule-options.html",
  unless: "The group is called sensitive for another reason than review.",
  settings: sensitiveSettings,
  resources: [TASK, ASSOCIATION],
  check: (stack, { settings }) =>
    operationsOf(stack)
      .filter(({ does }) => does === "install")
      .flatMap((install) => {
        const standing = standingOf(install);
        if (standing === undefined) return [];
        const sensitive = isSensitive(groupsOf(install.targets), stack.name, settings);
        if (sensitive === "no") return [];
        const got = `an install on ${showTargets(install.targets)} ${standing}`;
        const want = "a one-off window, at(…)";
        if (sensitive === "yes" && standing !== NOT_KNOWN) return [about(install.by, install.at, got, want)];
        const why = sensitive === "unclear" ? `${got}; whether its servers are sensitive cannot be told` : got;
        return [undecided(install.by, install.at, why, want)];
      }),
});

const NOT_KNOWN = "in a window whose schedule is not known";

/** How an install comes back; undefined when it runs once. */
function standingOf({ window }: Operation): string | undefined {
  if (window === undefined) return "by an association";
  if (window === UNKNOWN || typeof window !== "object") return NOT_KNOWN;
  const schedule = text(window.props["schedule"]);
  if (schedule === undefined) return NOT_KNOWN;
  return readSchedule(schedule).kind === "at" ? undefined : `by ${schedule}`;
}
