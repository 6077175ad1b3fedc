import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { installSteps } from "../../patching/changing-steps";
import { flag, text } from "../../read";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "failed-install-fails-the-run",
  concern: "install",
  description: "A runbook whose install fails ends as Failed.",
  why: "A step that goes on after its failure counts as not critical unless isCritical is written: the run then ends as Success, and nobody is told that servers were not patched.",
  remediation: "Write isCritical: true on the install, and let onFailure lead to the last scan.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation, CONTROLS.monitoring],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-actions.html",
  unless: "A later step fails the run by itself when servers are missing.",
  resources: [TASK, ASSOCIATION],
  check: (stack) =>
    installSteps(stack).flatMap(({ by, at, step }) => {
      const [critical, onFailure] = [flag(step.raw["isCritical"]), text(step.raw["onFailure"]) ?? "Abort"];
      if (critical === true || (critical === undefined && onFailure === "Abort")) return [];
      const got = critical === false ? "isCritical false" : `onFailure ${onFailure} without isCritical`;
      return [about(by, at, got, "isCritical true")];
    }),
});
