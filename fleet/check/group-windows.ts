import { sortedKeys } from "../places";
import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";

const OF_A_WINDOW = ["zone", "duration", "cutoff"] as const;

/** Settings of a window on a group that has none of its own: it installs in its ring's, which has its own settings. */
export function groupWindows(fleet: Fleet): Finding[] {
  return sortedKeys(fleet.groups).flatMap((name): Finding[] => {
    const group = fleet.groups[name];
    if (!group || group.install !== undefined) return [];
    return OF_A_WINDOW.filter((key) => group[key] !== undefined).map((key) => ({
      path: ["groups", name, key],
      got: `\`${key}\` without \`install\``,
      want: "a window of the group's own",
      fix: `Write \`${key}\` on ring ${group.ring}, or add \`install:\` for a window of the group's own.`,
    }));
  });
}
