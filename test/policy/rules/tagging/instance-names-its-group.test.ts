import rule from "fleet-patching-policy/rules/tagging/instance-names-its-group";
import { ref, type FixtureResource } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const instance: FixtureResource = {
  type: "aws:ec2/instance:Instance",
  props: { ami: "ami-0123", tags: { PatchGroup: "prod-auto", Name: "web-1" } },
};
const TAGS = "instance.props.tags";

export const cases = testRule({
  rule,
  compliant: { instance },
  valid: [
    { name: "a group" },
    { name: "a known group", settings: { groups: ["prod-auto"] } },
    {
      name: "the other key, where that is the fleet's",
      settings: { tagKey: "Patch Group" },
      changes: [[TAGS, { "Patch Group": "prod-auto" }]],
    },
  ],
  invalid: [
    { name: "no tags", change: [TAGS, undefined], finds: ["instance, tags.PatchGroup: nothing"] },
    { name: "no group", change: [`${TAGS}.PatchGroup`, undefined], finds: ["instance, tags.PatchGroup: nothing"] },
    {
      name: "a mistyped group",
      settings: { groups: ["prod-auto"] },
      change: [`${TAGS}.PatchGroup`, "prod-atuo"],
      finds: ["instance, tags.PatchGroup: prod-atuo"],
    },
    { name: "both keys", change: [`${TAGS}.Patch Group`, "prod-db"], finds: ["instance, tags.Patch Group: prod-db"] },
    {
      name: "the other key alone",
      change: [TAGS, { "Patch Group": "prod-auto" }],
      finds: ["instance, tags.Patch Group: prod-auto", "instance, tags.PatchGroup: nothing"],
    },
    {
      name: "a group that is not known",
      change: [`${TAGS}.PatchGroup`, ref("instance.id")],
      finds: [],
      findsInPreview: ["? instance, tags.PatchGroup: a value not known before the update"],
    },
    {
      name: "tags that are not known",
      change: [TAGS, ref("instance.id")],
      finds: ["instance, tags.PatchGroup: nothing"],
      findsInPreview: ["? instance, tags: a value not known before the update"],
    },
  ],
});
