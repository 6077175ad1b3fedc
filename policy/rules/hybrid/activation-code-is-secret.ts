import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { show } from "../../read";
import { ACTIVATION } from "../../vocabulary";

export default defineRule({
  name: "activation-code-is-secret",
  concern: "hybrid",
  description: "A hybrid activation's code is marked as a secret.",
  why: "The provider does not mark it. With the code anybody can register a machine under the role of your servers, and it stands in plain text in the state and in every log of an update.",
  remediation: 'Set the option additionalSecretOutputs: ["activationCode"] on the activation.',
  severity: "critical",
  enforcement: "mandatory",
  controls: [CONTROLS.authenticators],
  source: "https://www.pulumi.com/docs/iac/concepts/resources/options/additionalsecretoutputs/",
  unless: "Never.",
  resource: ACTIVATION,
  needs: [],
  check: ({ options }) => {
    if (options.additionalSecretOutputs.includes("activationCode")) return [];
    return [
      { at: "the option additionalSecretOutputs", got: show(options.additionalSecretOutputs.join(", ")), want: "activationCode" },
    ];
  },
});
