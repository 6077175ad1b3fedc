import type { Changes } from "../../changes";
import { didYouMean, listed } from "../../closest";
import { isSensitive, sortedKeys } from "../../places";
import type { Finding } from "../../problem";
import type { Fleet } from "../../schema/fleet-file";
import { inChange, type ChangeFinding } from "./change-finding";

function judge(fleet: Fleet, name: string): Finding[] {
  const group = Object.hasOwn(fleet.groups, name) ? fleet.groups[name] : undefined;
  const reviewed = sortedKeys(fleet.groups).filter((each) => {
    const other = fleet.groups[each];
    return other !== undefined && isSensitive(other);
  });
  if (group && isSensitive(group)) return [];
  if (group) {
    const want = "a group whose review is required: this one installs by schedule";
    const fix = "Write `review: required` on the group in the fleet file, or remove this file.";
    return [{ path: ["group"], got: name, want, fix }];
  }
  const want = reviewed.length === 0 ? "a group with `review: required`; the fleet has none" : `one of ${listed(reviewed)}`;
  return [{ path: ["group"], got: name, want, fix: `${didYouMean(name, reviewed)}Name a group of the fleet file.` }];
}

/** Approvals for groups that the fleet does not have, or that nobody reviews. */
export function approvalGroups(fleet: Fleet, { approvals }: Changes): ChangeFinding[] {
  return approvals.flatMap((approval) => inChange(approval, judge(fleet, approval.group)));
}
