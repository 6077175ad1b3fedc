import type { InstallWindow } from "../install-windows";
import { manifestOf } from "../manifest";
import { NAMES } from "../names";
import type { Place } from "../places";
import type { Fleet } from "../schema/fleet-file";
import { rateText } from "../schema/quantity";
import type { ApprovalPlan } from "./approval";
import { planGroupRun, type GroupRunPlan } from "./group-run";
import { manifestIn } from "./manifest";
import type { WindowPlan } from "./region";
import { restartCapacity } from "./restart";
import { planWindow, type RingPlan } from "./ring";

/** The one window of an approval, as other windows are. */
export function installWindowOf({ key, ring, group, at, durationHours, cutoffHours }: ApprovalPlan): InstallWindow {
  const install = `at(${at.slice(0, "2026-11-29T02:00:00".length)})`;
  return { key, ring, own: group, install, zone: "UTC", duration: durationHours, cutoff: cutoffHours, groups: [group] };
}

function runOf(fleet: Fleet, approval: ApprovalPlan, place: Place, ring: RingPlan): GroupRunPlan[] {
  const group = fleet.groups[approval.group];
  if (!group) return [];
  const { key, digest, expires, patches, urgent } = approval;
  const window = installWindowOf(approval);
  const run = planGroupRun(fleet, window, approval.group, group, place, ring.release);
  const approved = { ...run, approval: { key, digest, expires, by: approval.approved.by } };
  const calendar = urgent && ring.urgentCalendar !== null ? NAMES.urgentCalendar(ring.name) : run.calendar;
  if (digest !== null) {
    const manifest = manifestIn(fleet, place, manifestOf(patches));
    return [{ ...approved, calendar, manifest, runbook: NAMES.approvedRunbook(key, "install") }];
  }
  return [
    {
      ...approved,
      calendar,
      manifest: null,
      operation: "restart",
      runbook: NAMES.approvedRunbook(key, "restart"),
      concurrency: rateText(group.rebootConcurrency),
      waves: group.rebootOrder ?? [],
      capacity: restartCapacity(fleet, window, group),
    },
  ];
}

/** The window of a live approval in one place: opens once and ends. */
export function approvedWindow(fleet: Fleet, approval: ApprovalPlan, place: Place, ring: RingPlan): WindowPlan[] {
  const name = NAMES.approvalWindow(approval.key);
  const runs = runOf(fleet, approval, place, ring);
  return planWindow(installWindowOf(approval)).map((time) => ({ ...time, endsAt: approval.ends, name, runs }));
}
