import rule from "fleet-patching-policy/rules/sharing/share-stays-inside";
import { ref } from "../../support/fixture";
import { shared } from "../../support/shares";
import { testRule } from "../../support/test-rule";

const EXTERNAL = "share.props.allowExternalPrincipals";

export const cases = testRule({
  rule,
  compliant: shared,
  valid: [
    { name: "a share without outsiders" },
    { name: "the same as text", changes: [[EXTERNAL, "false"]] },
    {
      name: "a share of something else with outsiders",
      changes: [
        [EXTERNAL, true],
        ["resource.props.resourceArn", "arn:aws:ec2:eu-west-1:222222222222:transit-gateway/tgw-0123"],
      ],
    },
    {
      name: "a share of nothing",
      changes: [
        [EXTERNAL, true],
        ["resource", undefined],
      ],
    },
  ],
  invalid: [
    { name: "outsiders", change: [EXTERNAL, true], finds: ["share, allowExternalPrincipals: true"] },
    {
      name: "nothing said, which means outsiders",
      change: [EXTERNAL, undefined],
      finds: ["share, allowExternalPrincipals: nothing"],
    },
    { name: "something that is no truth value", change: [EXTERNAL, "no"], finds: ["share, allowExternalPrincipals: no"] },
    {
      name: "a share whose settings are not known",
      change: [EXTERNAL, ref("parameter.arn")],
      finds: ["share, allowExternalPrincipals: arn:aws:made-up:eu-west-1:444444444444:thing/parameter"],
      findsInPreview: ["share, allowExternalPrincipals: a value not known before the update"],
    },
  ],
});

export const unknownArn = testRule({
  rule,
  compliant: {
    ...shared,
    resource: { ...shared["resource"]!, props: { resourceArn: ref("parameter.arn"), resourceShareArn: ref("share.arn") } },
  },
  valid: [{ name: "a parameter whose ARN is not known yet" }],
  invalid: [
    {
      name: "outsiders for a parameter whose ARN is not known yet",
      change: [EXTERNAL, true],
      finds: ["share, allowExternalPrincipals: true"],
    },
  ],
});
