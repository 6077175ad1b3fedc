import type { Changes } from "../../fleet/changes";
import { parseChanges, type ChangeFile } from "../../fleet/parse-changes";
import { decide, type Plan } from "../../fleet/plan";
import { REVIEWED_FLEET, rightFleet } from "./changes-text";

/** Changes from their texts, right in shape. */
export function changesOf(files: readonly ChangeFile[]): Changes {
  const { changes, problems } = parseChanges(files);
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return changes;
}

/** The plan of the reviewed fleet with some changes at an instant. */
export function changedPlan(files: readonly ChangeFile[], asOf = "2026-11-26T08:00:00Z", fleet = REVIEWED_FLEET): Plan {
  return decide(rightFleet(fleet), changesOf(files), asOf);
}

/** What the only account of that fleet holds in its only region. */
export function onlyRegion({ stacks: [stack] }: Plan) {
  const region = stack?.kind === "member" ? stack.member.regions[0] : undefined;
  if (!region) throw new Error("no region");
  return region;
}
