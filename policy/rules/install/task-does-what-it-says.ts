import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { hasWord } from "../../group";
import { operationsOf } from "../../patching/operation";
import { text } from "../../read";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "task-does-what-it-says",
  concern: "install",
  description: "A task that is called install installs, and one that is called scan scans.",
  why: "Scan where Install was meant is the quietest failure there is: the window runs green every week and no server is ever patched.",
  remediation: "Correct the Operation, or the name.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.flawRemediation],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-aws-runpatchbaseline.html",
  unless: "Names follow another meaning.",
  resources: [TASK, ASSOCIATION],
  check: (stack) =>
    operationsOf(stack).flatMap(({ by, at, does, runbook }) => {
      if (runbook !== undefined) return [];
      const name = text(by.props[by.type === TASK ? "name" : "associationName"]) ?? by.name;
      const [saysInstall, saysScan] = [hasWord(name, ["install", "patch"]), hasWord(name, ["scan"])];
      if (does === "scan" && saysInstall && !saysScan)
        return [about(by, at, `a scan, called ${name}`, "an install, or another name")];
      return does === "install" && saysScan && !saysInstall
        ? [about(by, at, `an install, called ${name}`, "a scan, or another name")]
        : [];
    }),
});
