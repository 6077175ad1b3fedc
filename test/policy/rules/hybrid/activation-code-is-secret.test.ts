import rule from "fleet-patching-policy/rules/hybrid/activation-code-is-secret";
import { activation } from "../../support/hybrid";
import { testRule } from "../../support/test-rule";

const OPTION = "activation.options.additionalSecretOutputs";
const AT = "activation, the option additionalSecretOutputs";

export const cases = testRule({
  rule,
  compliant: { activation },
  valid: [
    { name: "a code that is marked" },
    { name: "a code that is marked among others", changes: [[OPTION, ["id", "activationCode"]]] },
    {
      name: "another resource",
      changes: [
        ["activation.type", "aws:ssm/parameter:Parameter"],
        ["activation.options", {}],
      ],
    },
  ],
  invalid: [
    { name: "no options", change: ["activation.options", {}], finds: [`${AT}: nothing`] },
    { name: "no secret outputs", change: [OPTION, []], finds: [`${AT}: nothing`] },
    { name: "another secret output", change: [`${OPTION}.0`, "activationId"], finds: [`${AT}: activationId`] },
    { name: "the code in another spelling", change: [`${OPTION}.0`, "activationcode"], finds: [`${AT}: activationcode`] },
    {
      name: "a second activation without the option",
      change: ["second", { ...activation, options: {} }],
      finds: ["second, the option additionalSecretOutputs: nothing"],
    },
  ],
});
