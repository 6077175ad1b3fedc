import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import { everyBaseline } from "./every-rule";

/** Baselines that approve nothing. Their servers would never lack anything, and so look compliant for ever. */
export function emptyBaselines(fleet: Fleet): Finding[] {
  return everyBaseline(fleet)
    .filter(({ baseline }) => baseline.rules.length === 0 && baseline.approve.length === 0)
    .map(({ path }) => ({
      path,
      got: "a baseline that approves nothing, under which nothing is ever missing",
      want: "at least one rule",
      fix: "Add `rules:`. To install only what a person approved, set `review: required` on the group.",
    }));
}
