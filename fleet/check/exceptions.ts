import type { Finding, Path } from "../problem";
import type { Exception } from "../schema/baseline";
import type { Fleet } from "../schema/fleet-file";
import { everyBaseline } from "./every-rule";
import { repeats } from "./repeats";

function twice(entries: readonly Exception[], path: Path): Finding[] {
  return repeats(entries, (entry) => entry.patch).map((place) => ({
    path: [...path, place, "patch"],
    got: `${entries[place]?.patch} once more`,
    want: "each patch once",
    fix: "Remove one of the two.",
  }));
}

/** Patches that stand twice in a list, or in both: a patch that is approved and rejected is rejected. */
export function exceptions(fleet: Fleet): Finding[] {
  return everyBaseline(fleet).flatMap(({ path, baseline }) => {
    const rejected = new Set(baseline.reject.map((entry) => entry.patch));
    const both = baseline.approve.flatMap((entry, place): Finding[] =>
      rejected.has(entry.patch)
        ? [
            {
              path: [...path, "approve", place, "patch"],
              got: `${entry.patch}, which is rejected too`,
              want: "a patch in one of the two lists",
              fix: "Remove it from `approve` or from `reject`.",
            },
          ]
        : [],
    );
    return [...twice(baseline.approve, [...path, "approve"]), ...twice(baseline.reject, [...path, "reject"]), ...both];
  });
}
