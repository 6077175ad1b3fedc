import type { Approval, ChangeOrigin, Changes } from "../../changes";
import { toProblems } from "../../locate";
import type { Finding, Problem } from "../../problem";
import type { Fleet } from "../../schema/fleet-file";
import type { Group } from "../../schema/group";
import type { Ring } from "../../schema/ring";

/** What is wrong with a reviewed change: its path stands in the change's own file. */
export interface ChangeFinding extends Finding {
  readonly change: ChangeOrigin;
}

/** A check of what changes mean together with their fleet, which is right by itself. */
export type ChangeCheck = (fleet: Fleet, changes: Changes) => readonly ChangeFinding[];

/** What a check found in one change, marked as that change's. */
export function inChange(change: ChangeOrigin, findings: readonly Finding[]): ChangeFinding[] {
  return findings.map((finding) => ({ ...finding, change }));
}

/** An approval with the group and the ring that it is for. */
export interface ReviewedApproval {
  readonly approval: Approval;
  readonly group: Group;
  readonly ring: Ring;
}

/** The approvals of groups that the fleet has; the others are told by `approvalGroups`. */
export function reviewedApprovals(fleet: Fleet, { approvals }: Changes): ReviewedApproval[] {
  return approvals.flatMap((approval) => {
    const group = Object.hasOwn(fleet.groups, approval.group) ? fleet.groups[approval.group] : undefined;
    const ring = fleet.rings.find(({ name }) => name === group?.ring);
    return group && ring ? [{ approval, group, ring }] : [];
  });
}

/** A check of each approval by itself. */
export function eachApproval(judge: (reviewed: ReviewedApproval, fleet: Fleet) => readonly Finding[]): ChangeCheck {
  return (fleet, changes) =>
    reviewedApprovals(fleet, changes).flatMap((reviewed) => inChange(reviewed.approval, judge(reviewed, fleet)));
}

/** What was found as problems: file by file, in the order of each file. */
export function toChangeProblems(findings: readonly ChangeFinding[]): Problem[] {
  const files = [...new Set(findings.map(({ change }) => change.file))].toSorted();
  return files.flatMap((file) => {
    const own = findings.filter(({ change }) => change.file === file);
    const source = own[0]?.change.source;
    if (source) return toProblems(own, source);
    return toProblems(own).map((problem) => ({ ...problem, at: `${file} ${problem.at}`.trim() }));
  });
}
