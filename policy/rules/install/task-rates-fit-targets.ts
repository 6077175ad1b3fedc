import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import type { Finding } from "../../finding";
import { list, show, text } from "../../read";
import { TASK } from "../../vocabulary";

export default defineRule({
  name: "task-rates-fit-targets",
  concern: "install",
  description: "A task with targets says how many at once and how many failures; a task without targets says neither.",
  why: "Systems Manager wants both where there are targets and neither where there are none, and refuses the rest in the middle of an update.",
  remediation: "Set maxConcurrency and maxErrors beside targets; leave both out of a task without targets.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_RegisterTaskWithMaintenanceWindow.html",
  unless: "Never: AWS refuses what this rule refuses.",
  resource: TASK,
  needs: ["maxConcurrency", "maxErrors"],
  check: ({ props }) => {
    const targeted = list(props["targets"]).length > 0;
    return [
      ...rate("maxConcurrency", /^([1-9]\d{0,6}|[1-9]\d?%|100%)$/),
      ...rate("maxErrors", /^(0|[1-9]\d{0,6}|\d%|[1-9]\d%|100%)$/),
      ...(text(props["taskType"]) === "RUN_COMMAND" && !targeted
        ? [{ at: "targets", got: "nothing", want: "targets: a command needs some" }]
        : []),
    ];
    function rate(property: string, form: RegExp): readonly Finding[] {
      const value = props[property];
      if (!targeted)
        return value === undefined ? [] : [{ at: property, got: show(value), want: "nothing, as there are no targets" }];
      return form.test(show(value))
        ? []
        : [{ at: property, got: show(value), want: "a number or a percentage, such as 10 or 10%" }];
    }
  },
});
