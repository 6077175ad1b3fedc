import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import type { Finding } from "../../finding";
import { knownGroups, tagKey } from "../../group";
import { UNKNOWN } from "../../plain";
import { isRecord, show, text } from "../../read";
import { GROUP_TAG_KEYS, INSTANCE } from "../../vocabulary";

export default defineRule({
  name: "instance-names-its-group",
  concern: "tagging",
  description: "An instance names its patch group by the fleet's one tag key.",
  why: "An instance without the tag, or with a mistyped value, is reached by no window and judged by the default baseline. With both keys and two values nobody can say which holds.",
  remediation: "Set the fleet's tag key to a patch group's name, and only that key.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.inventory, CONTROLS.osPatching],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-patch-groups.html",
  unless: "Instances live for hours and are made from patched images.",
  settings: { tagKey, ...knownGroups },
  resource: INSTANCE,
  needs: [],
  check: ({ props }, { settings }) => {
    const at = `tags.${settings.tagKey}`;
    const given = props["tags"];
    if (given === UNKNOWN) return [{ at: "tags", got: show(given), want: "tags known in the preview", undecided: true }];
    const tags = isRecord(given) ? given : {};
    const findings: Finding[] = GROUP_TAG_KEYS.filter((key) => key !== settings.tagKey && tags[key] !== undefined).map((key) => ({
      at: `tags.${key}`,
      got: show(tags[key]),
      want: `nothing: the fleet's key is ${settings.tagKey}`,
    }));
    const group = tags[settings.tagKey];
    if (group === UNKNOWN) return [...findings, { at, got: show(group), want: "a group known in the preview", undecided: true }];
    const name = text(group) ?? "";
    if (name === "") return [...findings, { at, got: "nothing", want: "a patch group's name" }];
    if (settings.groups === undefined || settings.groups.includes(name)) return findings;
    return [...findings, { at, got: name, want: `one of ${settings.groups.join(", ")}` }];
  },
});
