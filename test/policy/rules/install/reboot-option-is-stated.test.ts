import rule from "fleet-patching-policy/rules/install/reboot-option-is-stated";
import { guarded, handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const PARAMETERS = "taskInvocationParameters.runCommandParameters.parameters";
const OPTION = "runbook.props.content.mainSteps.4.inputs.Parameters.RebootOption";

export const cases = testRule({
  rule,
  compliant: { ...handwritten, task: guarded["task"]!, runbook: guarded["runbook"]! },
  valid: [
    { name: "a stated option" },
    { name: "NoReboot", changes: [[`install.props.${PARAMETERS}.1.values.0`, "NoReboot"]] },
    { name: "an option that only the execution knows", changes: [[OPTION, "{{ Other }}"]] },
    { name: "a scan, which never restarts", changes: [["install", undefined]] },
    { name: "a document without the option", changes: [["install.props.taskArn", "AWS-PatchAsgInstance"]] },
  ],
  invalid: [
    {
      name: "no option",
      change: [`install.props.${PARAMETERS}.1`, undefined],
      finds: [`install, ${PARAMETERS}: no RebootOption`],
    },
    {
      name: "another spelling",
      change: [`install.props.${PARAMETERS}.1.values.0`, "rebootIfNeeded"],
      finds: [`install, ${PARAMETERS}: rebootIfNeeded`],
    },
    {
      name: "another name",
      change: [`install.props.${PARAMETERS}.1.name`, "Reboot"],
      finds: [`install, ${PARAMETERS}: no RebootOption`],
    },
    {
      name: "a runbook that says nothing",
      change: [OPTION, undefined],
      finds: ["task, runbook fleet-install, step install: no RebootOption"],
    },
    {
      name: "a runbook that says something else",
      change: [OPTION, "Always"],
      finds: ["task, runbook fleet-install, step install: Always"],
    },
  ],
});
