import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { PATCH_DOCUMENT } from "../../patching/documents";
import { parameter } from "../../patching/invocation";
import { operationsOf } from "../../patching/operation";
import { UNKNOWN } from "../../plain";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "reboot-option-is-stated",
  concern: "install",
  description: "Every install says whether it may restart servers.",
  why: "An install that says nothing restarts. Who reads the program cannot see it, and learns it from an outage.",
  remediation: "Write RebootOption, either RebootIfNeeded or NoReboot, in just this spelling.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-aws-runpatchbaseline.html",
  unless: "Everybody knows and wants it.",
  resources: [TASK, ASSOCIATION],
  check: (stack) =>
    operationsOf(stack)
      .filter(({ does, document }) => does === "install" && document === PATCH_DOCUMENT)
      .flatMap(({ by, at, parameters }) => {
        const option = parameter(parameters, "RebootOption");
        if (option === UNKNOWN || option === "RebootIfNeeded" || option === "NoReboot") return [];
        return [about(by, at, option ?? "no RebootOption", "RebootIfNeeded or NoReboot")];
      }),
});
