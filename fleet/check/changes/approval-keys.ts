import type { Changes } from "../../changes";
import { NAMES } from "../../names";
import type { Finding } from "../../problem";
import { standingWindows } from "../../restart-windows";
import type { Fleet } from "../../schema/fleet-file";
import { repeats } from "../repeats";
import { eachApproval, inChange, type ChangeFinding, type ReviewedApproval } from "./change-finding";

function judge({ approval }: ReviewedApproval, fleet: Fleet): Finding[] {
  const windows = standingWindows(fleet).map(({ key }) => NAMES.window(key));
  const taken = Object.hasOwn(fleet.groups, approval.key) || windows.includes(NAMES.approvalWindow(approval.key));
  if (!taken) return [];
  const got = `the name ${approval.key}, which a group or a window has too`;
  return [{ path: [], got, want: "a name of its own: window and runbook are named after it", fix: "Rename the file." }];
}

const named = eachApproval(judge);

/** Approvals under a name that something else has: their windows and runbooks would be one. */
export function approvalKeys(fleet: Fleet, changes: Changes): ChangeFinding[] {
  const twice = repeats(changes.approvals, ({ key }) => key).flatMap((place) => {
    const approval = changes.approvals[place];
    const got = `a second approval ${approval?.key}`;
    return approval ? inChange(approval, [{ path: [], got, want: "each name once", fix: "Rename one of the two files." }]) : [];
  });
  return [...named(fleet, changes), ...twice];
}
