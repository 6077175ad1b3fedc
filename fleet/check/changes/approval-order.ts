import { windowOf } from "../../plan/approval";
import type { Finding } from "../../problem";
import { ringOrders, urgentOrder } from "../../ring-orders";
import { describeHold } from "../../schedule/describe-hold";
import { holdsOf } from "../../schedule/hold";
import type { Fleet } from "../../schema/fleet-file";
import { eachApproval, type ReviewedApproval } from "./change-finding";

function judge({ approval, ring }: ReviewedApproval, fleet: Fleet): Finding[] {
  // Only then is there a calendar without the order of the rings that the gate could ask.
  if (approval.urgent && urgentOrder(fleet, ring) !== null) return [];
  const hold = holdsOf(ringOrders(fleet)).byOrder(ring.name, windowOf(approval).from);
  if (hold === null) return [];
  const want = `a window that is not ahead of ring ${ring.after}`;
  const fix = "Choose a window after the next run of that ring and its soak.";
  return [{ path: ["window", "at"], got: `${approval.window.at}: ${describeHold(hold)}`, want, fix }];
}

/** Approvals whose window would be ahead of the ring before, whose own last run a freeze held. */
export const approvalOrder = eachApproval(judge);
