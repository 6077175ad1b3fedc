import rule from "fleet-patching-policy/rules/tagging/tag-key-fits-instance-metadata";
import { ref, type Fixture } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const fixture: Fixture = {
  instance: {
    type: "aws:ec2/instance:Instance",
    props: { metadataOptions: { httpTokens: "required", instanceMetadataTags: "enabled" }, tags: { PatchGroup: "prod-auto" } },
  },
  template: {
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    props: {
      metadataOptions: { instanceMetadataTags: "enabled" },
      tagSpecifications: [{ resourceType: "instance", tags: { PatchGroup: "prod-auto" } }],
    },
  },
};

export const cases = testRule({
  rule,
  compliant: fixture,
  valid: [
    { name: "keys without spaces" },
    {
      name: "a space where the metadata shows no tags",
      changes: [
        ["instance.props.metadataOptions.instanceMetadataTags", "disabled"],
        ["instance.props.tags", { "Patch Group": "prod" }],
      ],
    },
    {
      name: "a space where nothing is said",
      changes: [
        ["instance.props.metadataOptions", undefined],
        ["instance.props.tags", { "Patch Group": "prod" }],
      ],
    },
    { name: "a space in a value", changes: [["instance.props.tags.Name", "web one"]] },
  ],
  invalid: [
    {
      name: "Patch Group",
      change: ["instance.props.tags", { "Patch Group": "prod" }],
      finds: ["instance, tags.Patch Group: a key with a space"],
    },
    {
      name: "another key with a space",
      change: ["instance.props.tags.Cost Center", "42"],
      finds: ["instance, tags.Cost Center: a key with a space"],
    },
    {
      name: "a launch template's own tags",
      change: ["template.props.tags", { "Patch Group": "prod" }],
      finds: ["template, tags.Patch Group: a key with a space"],
    },
    {
      name: "the tags a launch template gives",
      change: ["template.props.tagSpecifications.0.tags", { "Patch Group": "prod" }],
      finds: ["template, tagSpecifications.0.tags.Patch Group: a key with a space"],
    },
    {
      name: "a setting that is not known",
      change: ["instance.props.metadataOptions.instanceMetadataTags", ref("template.id")],
      finds: [],
      findsInPreview: ["? instance, metadataOptions.instanceMetadataTags: a value not known before the update"],
    },
  ],
});
