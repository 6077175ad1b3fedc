import { sortedKeys } from "../places";
import type { Finding, Path } from "../problem";
import { restartWindows } from "../restart-windows";
import type { Fleet } from "../schema/fleet-file";

/** AWS opens a window for this many hours at most. @see CreateMaintenanceWindow, Duration */
const MOST_HOURS = 24;

function hours(count: number): string {
  return `${count} hour${count === 1 ? "" : "s"}`;
}

/** What is wrong with a window's length or its cutoff, both in hours. */
export function windowLength(path: Path, duration: number, cutoff: number): Finding[] {
  if (duration < 1 || duration > MOST_HOURS) {
    const fix = "Write a length from `1 hour` to `24 hours`.";
    return [{ path: [...path, "duration"], got: hours(duration), want: `1 to ${MOST_HOURS} hours`, fix }];
  }
  if (cutoff < duration) return [];
  const got = `a cutoff of ${hours(cutoff)} in a window of ${hours(duration)}`;
  const fix = "Shorten the cutoff, such as `0 hours`, or lengthen the window.";
  return [{ path: [...path, "cutoff"], got, want: "a cutoff shorter than its window", fix }];
}

/** Windows that AWS refuses, and cutoffs that swallow their window. */
export function windowLengths(fleet: Fleet): Finding[] {
  const rings = fleet.rings.flatMap((ring, place) => windowLength(["rings", place], ring.duration, ring.cutoff));
  const groups = sortedKeys(fleet.groups).flatMap((name): Finding[] => {
    const group = fleet.groups[name];
    if (group?.install === undefined || (group.duration === undefined && group.cutoff === undefined)) return [];
    const ring = fleet.rings.find((candidate) => candidate.name === group.ring);
    return windowLength(["groups", name], group.duration ?? ring?.duration ?? 4, group.cutoff ?? ring?.cutoff ?? 1);
  });
  const restarts = restartWindows(fleet).flatMap(({ own, duration, cutoff }) =>
    windowLength(["groups", own ?? "", "rebootWindow"], duration, cutoff),
  );
  return [...rings, ...groups, ...restarts];
}
