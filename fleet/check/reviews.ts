import { sortedKeys } from "../places";
import type { Finding, Path } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import type { Group } from "../schema/group";
import { repeats } from "./repeats";

function reviewed(group: Group, path: Path): Finding[] {
  const findings: Finding[] = [];
  if (group.approvers === undefined) {
    const fix = "Add `approvers:` with who may approve, or write `review: none`.";
    findings.push({ path: [...path, "approvers"], got: "nothing", want: "at least one approver, as a review is required", fix });
  }
  if (group.reboot === "RebootIfNeeded") {
    const want = "NoReboot: a sensitive server restarts when people say so";
    findings.push({ path: [...path, "reboot"], got: group.reboot, want, fix: "Write `NoReboot`, or remove the line." });
  }
  if (group.install !== undefined) {
    const want = "no schedule: a group under review installs from an approval only";
    findings.push({ path: [...path, "install"], got: group.install, want, fix: "Remove `install`, or write `review: none`." });
  }
  return findings;
}

function approvers(group: Group, path: Path): Finding[] {
  const names = group.approvers ?? [];
  const twice = repeats(names, (name) => name).map((place) => ({
    path: [...path, "approvers", place],
    got: `${names[place]} once more`,
    want: "each approver once",
    fix: "Remove one of the two.",
  }));
  if (group.review === "required" || group.approvers === undefined) return twice;
  const fix = "Write `review: required`, or remove `approvers`: nobody is asked.";
  return [...twice, { path: [...path, "approvers"], got: "approvers without a review", want: "both or neither", fix }];
}

/** Groups under review without approvers, with a restart or a schedule of their own, and approvers whom nobody asks. */
export function reviews(fleet: Fleet): Finding[] {
  return sortedKeys(fleet.groups).flatMap((name): Finding[] => {
    const group = fleet.groups[name];
    if (!group) return [];
    const path = ["groups", name];
    return [...(group.review === "required" ? reviewed(group, path) : []), ...approvers(group, path)];
  });
}
