import rule from "fleet-patching-policy/rules/baseline/environments-have-own-baselines";
import { registered } from "../../support/baselines";
import { ref } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const another = (patchGroup: string) => ({
  type: "aws:ssm/patchGroup:PatchGroup",
  props: { patchGroup, baselineId: ref("ubuntu.id") },
});

export const cases = testRule({
  rule,
  compliant: { ...registered, web: another("prod-web") },
  valid: [
    { name: "two production groups with one baseline" },
    {
      name: "groups of which none is production",
      changes: [
        ["prodUbuntu.props.patchGroup", "dev"],
        ["web.props.patchGroup", "test"],
      ],
    },
    { name: "groups of a stack that is production as a whole", stack: "prod", changes: [["web.props.patchGroup", "jump-log"]] },
    {
      name: "a baseline without groups",
      changes: [
        ["prodUbuntu", undefined],
        ["web", undefined],
      ],
    },
  ],
  invalid: [
    {
      name: "a group that is not production beside one that is",
      change: ["web.props.patchGroup", "nonprod"],
      finds: ["ubuntu, its groups: prod-auto beside nonprod"],
    },
    {
      name: "a production group beside one that is not",
      change: ["prodUbuntu.props.patchGroup", "staging"],
      finds: ["ubuntu, its groups: prod-web beside staging"],
    },
    { name: "a third group", change: ["dev", another("dev")], finds: ["ubuntu, its groups: prod-auto, prod-web beside dev"] },
    {
      name: "a group outside the configured ones",
      settings: { productionGroups: ["prod-auto"] },
      change: ["web.props.patchGroup", "prod-lab"],
      finds: ["ubuntu, its groups: prod-auto beside prod-lab"],
    },
    {
      name: "another baseline's group that moves here",
      change: ["prodAmazon", another("test")],
      finds: ["ubuntu, its groups: prod-auto, prod-web beside test"],
    },
  ],
});
