import { windowOf } from "../../plan/approval";
import type { Finding } from "../../problem";
import { ringOrders, urgentOrder } from "../../ring-orders";
import { alone } from "../../schedule/alone";
import { describeHold } from "../../schedule/describe-hold";
import { holdsOf, type Hold } from "../../schedule/hold";
import type { RingOrder } from "../../schedule/ring";
import type { Fleet } from "../../schema/fleet-file";
import { eachApproval, type ReviewedApproval } from "./change-finding";

function holdOf({ approval }: ReviewedApproval, order: RingOrder, start: number): Hold | null {
  // The gate asks the ring's calendar, which its longest window shapes; a longer window of the approval's own reaches further.
  const single = { key: approval.key, at: start, durationHours: approval.window.duration };
  const own = holdsOf([alone(order, single)]).byFreeze(order.name, start);
  return own ?? holdsOf([order]).byFreeze(order.name, start);
}

function fixFor(fleet: Fleet, { approval }: ReviewedApproval, hold: Hold): string {
  const freeze = hold.by === "freeze" ? fleet.freezes.find(({ name }) => name === hold.freeze.name) : undefined;
  if (approval.urgent || freeze?.urgent !== "allowed") return "Choose another window.";
  return "Choose another window; or write `urgent: true`, with two approvers: this freeze lets urgent work through.";
}

function judge(reviewed: ReviewedApproval, fleet: Fleet): Finding[] {
  const { approval, ring } = reviewed;
  const start = windowOf(approval).from;
  const standing = ringOrders(fleet).find(({ name }) => name === ring.name);
  const order = approval.urgent ? (urgentOrder(fleet, ring) ?? standing) : standing;
  const hold = order ? holdOf(reviewed, order, start) : null;
  if (hold === null) return [];
  const got = `${approval.window.at}, closed by ${describeHold(hold)}`;
  const want = `a window that neither lies in a freeze of ring ${ring.name} nor reaches into one`;
  return [{ path: ["window", "at"], got, want, fix: fixFor(fleet, reviewed, hold) }];
}

/** Approvals whose window lies in a freeze of their ring, or so shortly before it that the ring's calendar is closed. */
export const approvalFreezes = eachApproval(judge);
