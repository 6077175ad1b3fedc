import rule from "fleet-patching-policy/rules/sharing/share-principal-is-known";
import { ref } from "../../support/fixture";
import { shared } from "../../support/shares";
import { testRule } from "../../support/test-rule";

const PRINCIPAL = "principal.props.principal";

export const cases = testRule({
  rule,
  compliant: shared,
  valid: [
    { name: "the organization" },
    { name: "a unit", changes: [[PRINCIPAL, "arn:aws:organizations::111111111111:ou/o-a1b2c3d4e5/ou-ab12-cdef3456"]] },
    { name: "an account", changes: [[PRINCIPAL, "444444444444"]] },
    { name: "an account that is known", settings: { accounts: ["444444444444"] }, changes: [[PRINCIPAL, "444444444444"]] },
    {
      name: "anybody for something else",
      changes: [
        [PRINCIPAL, "99"],
        ["resource.props.resourceArn", "arn:aws:ec2:eu-west-1:222222222222:subnet/subnet-0123"],
      ],
    },
  ],
  invalid: [
    {
      name: "an account with a digit too many",
      change: [PRINCIPAL, "4444444444444"],
      finds: ["principal, principal: 4444444444444"],
    },
    {
      name: "an account that is not known",
      settings: { accounts: ["333333333333"] },
      change: [PRINCIPAL, "444444444444"],
      finds: ["principal, principal: 444444444444"],
    },
    {
      name: "a role",
      change: [PRINCIPAL, "arn:aws:iam::444444444444:role/reader"],
      finds: ["principal, principal: arn:aws:iam::444444444444:role/reader"],
    },
    { name: "a service", change: [PRINCIPAL, "ssm.amazonaws.com"], finds: ["principal, principal: ssm.amazonaws.com"] },
    {
      name: "an organization without its id",
      change: [PRINCIPAL, "arn:aws:organizations::111111111111:organization/"],
      finds: ["principal, principal: arn:aws:organizations::111111111111:organization/"],
    },
    {
      name: "a principal that is not known",
      change: [PRINCIPAL, ref("parameter.id")],
      finds: ["principal, principal: id-of-parameter"],
      findsInPreview: ["? principal, principal: a value not known before the update"],
    },
  ],
});
