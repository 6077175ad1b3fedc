import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import type { Finding } from "../../finding";
import type { Plain } from "../../plain";
import { at, isRecord, list, text } from "../../read";
import { INSTANCE, LAUNCH_TEMPLATE } from "../../vocabulary";

export default defineRule({
  name: "tag-key-fits-instance-metadata",
  concern: "tagging",
  description: "An instance whose metadata shows its tags has no space in a tag's key.",
  why: "With tags in the metadata on, EC2 refuses keys with spaces: an instance tagged Patch Group cannot start, and one that runs cannot be tagged.",
  remediation: "Use PatchGroup, without a space, or turn tags in the metadata off.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.inventory],
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/work-with-tags-in-IMDS.html",
  unless: "Never: AWS refuses what this rule refuses.",
  resource: [INSTANCE, LAUNCH_TEMPLATE],
  needs: ["metadataOptions.instanceMetadataTags"],
  check: ({ props }) => {
    if (text(at(props["metadataOptions"], "instanceMetadataTags")) !== "enabled") return [];
    const given = list(props["tagSpecifications"]).map((one, index): Tags => ({
      path: `tagSpecifications.${index}.tags`,
      tags: at(one, "tags"),
    }));
    const maps: readonly Tags[] = [{ path: "tags", tags: props["tags"] }, ...given];
    return maps.flatMap(({ path, tags }): readonly Finding[] =>
      Object.keys(isRecord(tags) ? tags : {})
        .filter((key) => key.includes(" "))
        .map((key) => ({ at: `${path}.${key}`, got: "a key with a space", want: "a key without one, such as PatchGroup" })),
    );
  },
});

interface Tags {
  readonly path: string;
  readonly tags: Plain;
}
