import type { Finding } from "./finding";
import type { Resource } from "./resource";
import type { Setting } from "./setting";

/** A resource that a rule lets pass for a while: who answers for it, why, and until when. */
export interface Exception {
  /** The resource's logical name or its whole URN. */
  readonly resource: string;
  readonly owner: string;
  readonly reason: string;
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly until: string;
}

/** The setting that every rule has. */
export const exceptions: Setting<readonly Exception[]> = {
  schema: {
    type: "array",
    description: "Resources that the rule lets pass for a while. An expired exception is itself a violation.",
    items: {
      type: "object",
      additionalProperties: false,
      required: ["resource", "owner", "reason", "until"],
      properties: {
        resource: { type: "string", minLength: 1, description: "the resource's logical name or its URN" },
        owner: { type: "string", minLength: 1, description: "who answers for it" },
        reason: { type: "string", minLength: 1, description: "why it may differ" },
        until: { type: "string", format: "date", description: "the last day on which it holds, YYYY-MM-DD" },
      },
    },
  },
  fallback: [],
};

/** Whether an exception names this resource. */
export function names(exception: Exception, resource: Resource): boolean {
  return exception.resource === resource.urn || exception.resource === resource.name;
}

/** Whether an exception still holds on a day (YYYY-MM-DD). */
export function holds(exception: Exception, today: string): boolean {
  return today <= exception.until;
}

/** The findings that no living exception covers, and a finding for each exception that has run out. */
export function withoutExcepted(
  findings: readonly (Finding & { readonly subject: Resource })[],
  judged: readonly Resource[],
  given: readonly Exception[],
  today: string,
): readonly (Finding & { readonly subject: Resource })[] {
  const living = given.filter((exception) => holds(exception, today));
  const left = findings.filter(({ subject }) => !living.some((exception) => names(exception, subject)));
  const expired = given
    .filter((exception) => !holds(exception, today))
    .flatMap((exception) =>
      judged
        .filter((resource) => names(exception, resource))
        .map((subject) => ({
          subject,
          at: "its exception",
          got: `an exception of ${exception.owner} that ended on ${exception.until} (${exception.reason})`,
          want: "an exception that still holds, or none",
          fix: "Mend the resource and delete the exception, or have its owner renew it.",
        })),
    );
  return [...left, ...expired];
}
