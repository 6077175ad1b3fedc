import rule from "fleet-patching-policy/rules/tagging/patch-resources-are-tagged";
import { changed } from "../../support/fixture";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const TAGS = "window.props.tags";

export const cases = testRule({
  rule,
  compliant: changed({ window: guarded["window"]!, calendar: guarded["calendar"]! }, [
    [TAGS, { ManagedBy: "fleet-patching", Owner: "platform" }],
    ["calendar.props.tags", { ManagedBy: "fleet-patching", Owner: "platform" }],
  ]),
  settings: { tags: { ManagedBy: "fleet-patching", Owner: "platform" } },
  valid: [
    { name: "the standard tags" },
    { name: "another value", changes: [[`${TAGS}.Owner`, "web"]] },
    { name: "nothing where nothing is wanted", settings: { tags: {} }, changes: [[TAGS, undefined]] },
    {
      name: "a resource that carries no tags",
      changes: [
        ["window.type", "aws:ssm/patchGroup:PatchGroup"],
        [TAGS, undefined],
      ],
    },
  ],
  invalid: [
    { name: "no tags", change: [TAGS, undefined], finds: ["window, tags.ManagedBy: nothing", "window, tags.Owner: nothing"] },
    { name: "one tag missing", change: [`${TAGS}.Owner`, undefined], finds: ["window, tags.Owner: nothing"] },
    {
      name: "a tag in another case",
      change: [TAGS, { ManagedBy: "fleet-patching", owner: "platform" }],
      finds: ["window, tags.Owner: nothing"],
    },
    {
      name: "a document without a tag",
      change: ["calendar.props.tags.ManagedBy", undefined],
      finds: ["calendar, tags.ManagedBy: nothing"],
    },
    {
      name: "one more tag that is wanted",
      settings: { tags: { ManagedBy: "x", Owner: "y", Ring: "prod" } },
      change: ["calendar.props.tags.Ring", "prod"],
      finds: ["window, tags.Ring: nothing"],
    },
  ],
});
