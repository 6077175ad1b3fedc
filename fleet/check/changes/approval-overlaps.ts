import type { Approval, Changes } from "../../changes";
import { windowOf } from "../../plan/approval";
import type { Finding } from "../../problem";
import { ringOrders } from "../../ring-orders";
import { rfc3339 } from "../../schedule/rfc3339";
import { hourMillis } from "../../schedule/ring";
import { startMillis } from "../../schedule/starts";
import type { Fleet } from "../../schema/fleet-file";
import { inChange, reviewedApprovals, type ChangeFinding } from "./change-finding";

function overlaps(one: Approval, other: Approval): boolean {
  const [left, right] = [windowOf(one), windowOf(other)];
  return left.from < right.to && right.from < left.to;
}

function ofOthers(approval: Approval, earlier: readonly Approval[]): Finding[] {
  const other = earlier.find((each) => each.group === approval.group && overlaps(each, approval));
  if (!other) return [];
  const want = `a window apart from that of ${other.key}, ${other.window.at} for ${other.window.duration} hours`;
  const fix = "Choose another window, or put both lists into one file.";
  return [{ path: ["window", "at"], got: approval.window.at, want, fix }];
}

function ofRestarts(fleet: Fleet, approval: Approval, ring: string): Finding[] {
  const { from, to } = windowOf(approval);
  const restarts = ringOrders(fleet).find(({ name }) => name === ring)?.restarts ?? [];
  const own = restarts.find(({ key }) => key === `restart-${approval.group}`);
  if (!own) return [];
  const first = from - own.durationHours * hourMillis + 1;
  const { value } = startMillis(own.schedule, own.zone, first, to).next();
  if (value === undefined) return [];
  const want = `a window apart from the group's restart window, ${rfc3339(value)}`;
  return [{ path: ["window", "at"], got: approval.window.at, want, fix: "Choose another window." }];
}

/** Approvals whose window is open together with another one of the same group: an install during a restart would fail. */
export function approvalOverlaps(fleet: Fleet, changes: Changes): ChangeFinding[] {
  return reviewedApprovals(fleet, changes).flatMap(({ approval, ring }, place) =>
    inChange(approval, [...ofOthers(approval, changes.approvals.slice(0, place)), ...ofRestarts(fleet, approval, ring.name)]),
  );
}
