import rule from "fleet-patching-policy/rules/sharing/shared-parameter-is-advanced";
import { ref } from "../../support/fixture";
import { shared } from "../../support/shares";
import { testRule } from "../../support/test-rule";

const TIER = "parameter.props.tier";

export const cases = testRule({
  rule,
  compliant: shared,
  valid: [
    { name: "an advanced parameter" },
    {
      name: "a standard parameter that is not shared",
      changes: [
        [TIER, "Standard"],
        ["resource", undefined],
      ],
    },
    {
      name: "a standard parameter beside the shared one",
      changes: [
        ["other", { type: "aws:ssm/parameter:Parameter", props: { name: "/fleet/rings/dev/declared", tier: "Standard" } }],
      ],
    },
    { name: "an advanced parameter whose ARN is not known yet", changes: [["resource.props.resourceArn", ref("parameter.arn")]] },
  ],
  invalid: [
    { name: "a standard parameter", change: [TIER, "Standard"], finds: ["parameter, tier: Standard"] },
    { name: "nothing said, which means standard", change: [TIER, undefined], finds: ["parameter, tier: nothing"] },
    {
      name: "a tier that changes by itself",
      change: [TIER, "Intelligent-Tiering"],
      finds: ["parameter, tier: Intelligent-Tiering"],
    },
    { name: "another case", change: [TIER, "advanced"], finds: ["parameter, tier: advanced"] },
    {
      name: "a tier that is not known",
      change: [TIER, ref("share.id")],
      finds: ["parameter, tier: id-of-share"],
      findsInPreview: ["parameter, tier: a value not known before the update"],
    },
  ],
});

export const unknownArn = testRule({
  rule,
  compliant: {
    ...shared,
    resource: { ...shared["resource"]!, props: { resourceArn: ref("parameter.arn"), resourceShareArn: ref("share.arn") } },
  },
  valid: [],
  invalid: [
    { name: "a standard parameter whose ARN is not known yet", change: [TIER, "Standard"], finds: ["parameter, tier: Standard"] },
  ],
});
