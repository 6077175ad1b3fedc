import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { show } from "../../read";
import { sharedOf } from "../../shares";
import { PARAMETER } from "../../vocabulary";

export default defineRule({
  name: "shared-parameter-is-advanced",
  concern: "sharing",
  description: "A parameter that is shared is of the advanced tier.",
  why: "RAM shares only advanced parameters. A standard one is refused, or accepted and then not to be read by anybody.",
  remediation: "Set tier to Advanced.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.informationSharing],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html",
  unless: "Never: AWS refuses what this rule refuses.",
  resources: [PARAMETER],
  check: (stack) =>
    [...new Set(sharedOf(stack).flatMap(({ parameters }) => parameters))]
      .filter(({ props }) => props["tier"] !== "Advanced")
      .map((parameter) => about(parameter, "tier", show(parameter.props["tier"]), "Advanced")),
});
