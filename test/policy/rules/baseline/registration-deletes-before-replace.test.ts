import rule from "fleet-patching-policy/rules/baseline/registration-deletes-before-replace";
import { registered } from "../../support/baselines";
import { testRule } from "../../support/test-rule";

const GOT = "the option deleteBeforeReplace: nothing, so the new one is made first";

export const cases = testRule({
  rule,
  compliant: registered,
  valid: [
    { name: "groups and defaults that are deleted first" },
    {
      name: "baselines, which may stand side by side",
      changes: [
        ["prodUbuntu", undefined],
        ["ubuntuDefault", undefined],
      ],
    },
    {
      name: "a stack without groups",
      changes: [
        ["prodUbuntu", undefined],
        ["prodAmazon", undefined],
      ],
    },
  ],
  invalid: [
    { name: "a group without the option", change: ["prodUbuntu.options", {}], finds: [`prodUbuntu, ${GOT}`] },
    {
      name: "a group with the option off",
      change: ["prodUbuntu.options.deleteBeforeReplace", false],
      finds: [`prodUbuntu, ${GOT}`],
    },
    { name: "a default without the option", change: ["ubuntuDefault.options", {}], finds: [`ubuntuDefault, ${GOT}`] },
    {
      name: "a default with the option off",
      change: ["amazonDefault.options.deleteBeforeReplace", false],
      finds: [`amazonDefault, ${GOT}`],
    },
    {
      name: "a new group without the option",
      change: ["web", { type: "aws:ssm/patchGroup:PatchGroup", props: { patchGroup: "web" } }],
      finds: [`web, ${GOT}`],
    },
  ],
});
