import { check } from "./check";
import { parseFleet } from "./parse";
import { NO_CHANGES } from "./changes";
import { decide, type Plan } from "./plan";
import { toProblems } from "./locate";
import type { Problem } from "./problem";

/** A plan, or all that is wrong with the text that it would have come from. */
export type Opened = { readonly plan: Plan } | { readonly problems: readonly Problem[] };

/** A reviewed change as it stands in its file. */
export interface ChangeFile {
  readonly file: string;
  readonly text: string;
}

/** From the text of a fleet file to a plan: shape first, then meaning, then the decision. `file` is only for messages. */
export function open(text: string, file: string, asOf: string, _changeFiles: readonly ChangeFile[] = []): Opened {
  const parsed = parseFleet(text, file);
  if ("problems" in parsed) return parsed;
  const findings = check(parsed.fleet);
  if (findings.length > 0) return { problems: toProblems(findings, parsed.source) };
  return { plan: decide(parsed.fleet, NO_CHANGES, asOf) };
}
