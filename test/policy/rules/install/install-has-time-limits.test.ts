import rule from "fleet-patching-policy/rules/install/install-has-time-limits";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const INSTALL = "runbook.props.content.mainSteps.4";
const AT = "task, runbook fleet-install, step install";

export const cases = testRule({
  rule,
  compliant: guarded,
  valid: [
    { name: "a step that outlasts its command" },
    { name: "a step that lasts exactly as long", changes: [[`${INSTALL}.timeoutSeconds`, 10_800]] },
    {
      name: "a command without a limit for each server",
      changes: [
        [`${INSTALL}.inputs.Parameters.StepTimeoutSeconds`, undefined],
        [`${INSTALL}.timeoutSeconds`, 3600],
      ],
    },
    {
      name: "a limit that only the execution knows",
      changes: [[`${INSTALL}.inputs.Parameters.StepTimeoutSeconds`, "{{ Limit }}"]],
    },
  ],
  invalid: [
    {
      name: "a command's expiry that only the execution knows",
      change: [`${INSTALL}.inputs.TimeoutSeconds`, "{{ Expiry }}"],
      finds: [`${AT}, TimeoutSeconds: {{ Expiry }}`],
    },
    {
      name: "a step that ends before its command, whatever each server may take",
      change: [
        INSTALL,
        {
          name: "install",
          action: "aws:runCommand",
          timeoutSeconds: 3599,
          inputs: {
            DocumentName: "AWS-RunPatchBaseline",
            TimeoutSeconds: 3600,
            Parameters: { Operation: "Install", StepTimeoutSeconds: "{{ Limit }}" },
          },
        },
      ],
      finds: [`${AT}, timeoutSeconds: 3599 s`],
    },
    {
      name: "a step without a limit",
      change: [`${INSTALL}.timeoutSeconds`, undefined],
      finds: [`${AT}, timeoutSeconds: nothing`],
    },
    {
      name: "a step that ends before its command",
      change: [`${INSTALL}.timeoutSeconds`, 10_799],
      finds: [`${AT}, timeoutSeconds: 10799 s`],
    },
    {
      name: "a command that is never given up",
      change: [`${INSTALL}.inputs.TimeoutSeconds`, undefined],
      finds: [`${AT}, TimeoutSeconds: nothing`],
    },
    {
      name: "a command that lasts longer",
      change: [`${INSTALL}.inputs.TimeoutSeconds`, 7201],
      finds: [`${AT}, timeoutSeconds: 14400 s`],
    },
    {
      name: "servers that may take longer",
      change: [`${INSTALL}.inputs.Parameters.StepTimeoutSeconds`, "36000"],
      finds: [`${AT}, timeoutSeconds: 14400 s`],
    },
  ],
});
