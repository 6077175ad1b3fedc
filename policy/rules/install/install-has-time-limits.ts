import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, type Finding } from "../../finding";
import { installSteps } from "../../patching/changing-steps";
import { parameter } from "../../patching/invocation";
import { number, show } from "../../read";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "install-has-time-limits",
  concern: "install",
  description: "A runbook's install step has a limit that outlasts its command.",
  why: "A step without timeoutSeconds is given up after an hour while its command goes on to further servers, outside the window and unseen. A command's own expiry covers all its servers together, not one of them.",
  remediation:
    "Set timeoutSeconds on the step, TimeoutSeconds in its inputs to hold all waves of servers, and the parameter StepTimeoutSeconds; the first must be at least the sum of the others.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-actions.html",
  unless: "The group is so small that all its servers install at once.",
  resources: [TASK, ASSOCIATION],
  check: (stack) =>
    installSteps(stack).flatMap(({ by, at, step, parameters }): readonly Finding[] => {
      const limit = number(step.raw["timeoutSeconds"]);
      if (limit === undefined) return [about(by, `${at}, timeoutSeconds`, "nothing", "a limit in seconds")];
      const delivery = number(step.inputs["TimeoutSeconds"]);
      if (delivery === undefined)
        return [about(by, `${at}, TimeoutSeconds`, show(step.inputs["TimeoutSeconds"]), "an expiry in seconds")];
      const execution = parameter(parameters, "StepTimeoutSeconds");
      const needed = delivery + (number(execution) ?? 0);
      return limit >= needed
        ? []
        : [about(by, `${at}, timeoutSeconds`, `${limit} s`, `at least ${needed} s, the command's own expiry`)];
    }),
});
