import rule from "fleet-patching-policy/rules/hybrid/activation-names-its-group";
import { ref } from "../../support/fixture";
import { activation } from "../../support/hybrid";
import { testRule } from "../../support/test-rule";

const TAGS = "activation.props.tags";

export const cases = testRule({
  rule,
  compliant: { activation },
  valid: [
    { name: "a group" },
    { name: "a group among other tags", changes: [[`${TAGS}.Owner`, "platform"]] },
    { name: "a known group", settings: { groups: ["prod-auto"] } },
    {
      name: "the other key, where that is the fleet's",
      settings: { tagKey: "Patch Group" },
      changes: [[TAGS, { "Patch Group": "prod-auto" }]],
    },
  ],
  invalid: [
    { name: "no tags", change: [TAGS, undefined], finds: ["activation, tags.PatchGroup: no tags"] },
    { name: "other tags", change: [TAGS, { Owner: "platform" }], finds: ["activation, tags.PatchGroup: only Owner"] },
    {
      name: "the other key",
      change: [TAGS, { "Patch Group": "prod-auto" }],
      finds: ["activation, tags.PatchGroup: only Patch Group"],
    },
    {
      name: "a group without a name",
      change: [`${TAGS}.PatchGroup`, ""],
      finds: ["activation, tags.PatchGroup: only PatchGroup"],
    },
    {
      name: "a mistyped group",
      settings: { groups: ["prod-auto"] },
      change: [`${TAGS}.PatchGroup`, "prod-atuo"],
      finds: ["activation, tags.PatchGroup: prod-atuo"],
    },
    {
      name: "a group that is not known",
      change: [`${TAGS}.PatchGroup`, ref("activation.id")],
      finds: [],
      findsInPreview: ["? activation, tags.PatchGroup: a value not known before the update"],
    },
  ],
});
