import type { Changes } from "./changes";
import { check } from "./check";
import { checkChanges, toChangeProblems } from "./check/changes";
import { toProblems } from "./locate";
import { parseFleet } from "./parse";
import { parseChanges, type ChangeFile } from "./parse-changes";
import { decide, type Plan } from "./plan";
import type { Problem } from "./problem";
import type { Fleet } from "./schema/fleet-file";

/** A plan and what it was made of, or all that is wrong with the texts that it would have come from. */
export type Opened =
  | { readonly plan: Plan; readonly fleet: Fleet; readonly changes: Changes }
  | { readonly problems: readonly Problem[] };

/**
 * From the text of a fleet file and of the reviewed changes beside it to a plan: shape first, then meaning, then the decision. Changes
 * are judged against a fleet that is right: what is wrong with both is told fleet first. `file` is only for messages.
 */
export function open(text: string, file: string, asOf: string, changeFiles: readonly ChangeFile[] = []): Opened {
  const parsed = parseFleet(text, file);
  const { changes, problems } = parseChanges(changeFiles);
  if ("problems" in parsed) return { problems: [...parsed.problems, ...problems] };
  const wrong = toProblems(check(parsed.fleet), parsed.source);
  if (wrong.length > 0) return { problems: [...wrong, ...problems] };
  const meant = toChangeProblems(checkChanges(parsed.fleet, changes));
  if (problems.length + meant.length > 0) return { problems: [...problems, ...meant] };
  return { plan: decide(parsed.fleet, changes, asOf), fleet: parsed.fleet, changes };
}
