import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { flag, show } from "../../read";
import { parameterShares } from "../../shares";
import { SHARE } from "../../vocabulary";

export default defineRule({
  name: "share-stays-inside",
  concern: "sharing",
  description: "A share of parameters takes no accounts outside the organization.",
  why: "A baseline tells what is not patched, a release when nobody looks. RAM takes outsiders unless it is told not to.",
  remediation: "Set allowExternalPrincipals to false.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.informationSharing, CONTROLS.accessEnforcement],
  source: "https://docs.aws.amazon.com/ram/latest/userguide/working-with-sharing-create.html",
  unless: "A customer is to see the baselines.",
  resources: [SHARE],
  check: (stack) =>
    parameterShares(stack)
      .shares.filter(({ props }) => flag(props["allowExternalPrincipals"]) !== false)
      .map((share) => about(share, "allowExternalPrincipals", show(share.props["allowExternalPrincipals"]), "false")),
});
