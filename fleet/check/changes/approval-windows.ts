import { capacityIn } from "../../plan/group-run";
import { restartCapacity } from "../../plan/restart";
import type { Finding } from "../../problem";
import type { Fleet } from "../../schema/fleet-file";
import { placed } from "../placed";
import { heaviest } from "../window-capacity";
import { windowLength } from "../window-lengths";
import { eachApproval, type ReviewedApproval } from "./change-finding";

function judge({ approval, group }: ReviewedApproval, fleet: Fleet): Finding[] {
  const { window } = approval;
  const wrong = windowLength(["window"], window.duration, window.cutoff);
  const load = heaviest(fleet, approval.group);
  if (wrong.length > 0 || load === undefined) return wrong;
  const { findings } =
    approval.reboot === true ? restartCapacity(fleet, window, group) : capacityIn(fleet, window, group, load.place);
  const where = load.servers === null ? "" : `, for ${load.servers} servers in ${load.place.account} ${load.place.region}`;
  return placed(
    ["window", "duration"],
    findings.map((finding) => ({ ...finding, got: `${finding.got}${where}` })),
  );
}

/** Approvals whose window AWS refuses, or in which the group's servers cannot all be done. */
export const approvalWindows = eachApproval(judge);
