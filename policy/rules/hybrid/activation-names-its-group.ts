import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { knownGroups, tagKey } from "../../group";
import { isRecord, show, text } from "../../read";
import { ACTIVATION } from "../../vocabulary";

export default defineRule({
  name: "activation-names-its-group",
  concern: "hybrid",
  description: "A hybrid activation names the patch group of its machines.",
  why: "An activation's tags go to the machines when they register, and only then. Without the group's tag they belong to no group: no window reaches them, and the default baseline judges them.",
  remediation: "Set the fleet's tag key on the activation, with one group's name; make one activation for each group.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.inventory],
  source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateActivation.html",
  unless: "Something else tags machines after they have registered.",
  settings: { tagKey, ...knownGroups },
  resource: ACTIVATION,
  needs: ["tags"],
  check: ({ props }, { settings }) => {
    const tags = isRecord(props["tags"]) ? props["tags"] : {};
    const group = text(tags[settings.tagKey]);
    const at = `tags.${settings.tagKey}`;
    if (group === undefined || group === "") {
      const others = Object.keys(tags).join(", ");
      return [{ at, got: others === "" ? "no tags" : `only ${others}`, want: "the patch group's name" }];
    }
    if (settings.groups === undefined || settings.groups.includes(group)) return [];
    return [{ at, got: show(group), want: `one of ${settings.groups.join(", ")}` }];
  },
});
