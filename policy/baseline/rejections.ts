import type { Setting } from "../setting";

/** What is known of a rejected patch beside its name. */
export interface Rejection {
  /** The entry as it stands in the baseline. */
  readonly patch: string;
  readonly owner: string;
  readonly reason: string;
  /** The last day on which it may stand unlooked at, YYYY-MM-DD. */
  readonly until: string;
}

/** The setting that holds who answers for rejected patches: a baseline itself has no place for it. */
export const rejections: Setting<readonly Rejection[]> = {
  schema: {
    type: "array",
    description: "Who answers for each rejected patch, why, and until when.",
    items: {
      type: "object",
      additionalProperties: false,
      required: ["patch", "owner", "reason", "until"],
      properties: {
        patch: { type: "string", minLength: 1, description: "the entry as it stands in the baseline" },
        owner: { type: "string", minLength: 1, description: "who answers for it" },
        reason: { type: "string", minLength: 1, description: "why it is rejected" },
        until: { type: "string", format: "date", description: "the last day on which it stands unlooked at, YYYY-MM-DD" },
      },
    },
  },
  fallback: [],
};
