import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { isRecord, list } from "../../read";
import type { Setting } from "../../setting";
import { ASSOCIATION, BASELINE, DOCUMENT, LOG_GROUP, PARAMETER, SHARE, WINDOW } from "../../vocabulary";

const tags: Setting<Readonly<Record<string, string>>> = {
  schema: {
    type: "object",
    additionalProperties: { type: "string" },
    description: "Tags that every resource of patching carries, with the values to give where they are missing.",
  },
  fallback: {},
};

export default defineRule({
  name: "patch-resources-are-tagged",
  concern: "tagging",
  description: "The resources of patching carry the standard tags.",
  why: "Who finds a window in the console at night must see whose it is and which program made it.",
  remediation: "Add the tags; at the level remediate this rule does it by itself.",
  severity: "low",
  enforcement: "remediate",
  controls: [CONTROLS.inventory],
  source: "https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html",
  unless: "The provider's default tags carry them.",
  settings: { tags },
  resource: [WINDOW, BASELINE, DOCUMENT, ASSOCIATION, PARAMETER, SHARE, LOG_GROUP],
  needs: [],
  check: ({ props }, { settings }) => {
    const present = isRecord(props["tags"]) ? props["tags"] : {};
    const missing = Object.keys(settings.tags).filter((key) => list(present[key]).length === 0);
    return missing.map((key) => ({ at: `tags.${key}`, got: "nothing", want: "the standard tag" }));
  },
  remediate: (_, { settings }) => ({ tags: settings.tags }),
});
