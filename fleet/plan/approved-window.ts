import type { InstallWindow } from "../install-windows";
import { manifestOf } from "../manifest";
import { NAMES } from "../names";
import type { Place } from "../places";
import { rateText } from "../schema/quantity";
import type { Fleet } from "../schema/fleet-file";
import type { ApprovalPlan } from "./approval";
import { asksUrgentCalendar } from "./calendar-plan";
import { planGroupRun, type GroupRunPlan } from "./group-run";
import { manifestIn } from "./manifest";
import type { WindowPlan } from "./region";
import type { ReleasePlan } from "./release";
import { planWindow } from "./ring";

/** The one window of an approval, as other windows are. */
export function installWindowOf({ key, ring, group, at, durationHours, cutoffHours }: ApprovalPlan): InstallWindow {
  const install = `at(${at.slice(0, "2026-11-29T02:00:00".length)})`;
  return { key, ring, own: group, install, zone: "UTC", duration: durationHours, cutoff: cutoffHours, groups: [group] };
}

function runOf(fleet: Fleet, approval: ApprovalPlan, place: Place, release: ReleasePlan): GroupRunPlan[] {
  const group = fleet.groups[approval.group];
  if (!group) return [];
  const { key, digest, expires, patches, ring } = approval;
  const run = planGroupRun(fleet, installWindowOf(approval), approval.group, group, place, release);
  const operation = approval.kind === "reboot" ? "restart" : "install";
  return [
    {
      ...run,
      operation,
      runbook: NAMES.approvedRunbook(key, operation),
      concurrency: rateText(operation === "restart" ? group.rebootConcurrency : group.concurrency),
      calendar: asksUrgentCalendar(fleet, approval) ? NAMES.urgentCalendar(ring) : run.calendar,
      manifest: digest === null ? null : manifestIn(fleet, place, manifestOf(patches)),
      approval: { key, digest, expires, by: approval.approved.by },
      waves: operation === "restart" ? (group.rebootOrder ?? []) : [],
    },
  ];
}

/** The window of a live approval in one place: opens once and ends. */
export function approvedWindow(fleet: Fleet, approval: ApprovalPlan, place: Place, release: ReleasePlan): WindowPlan[] {
  const name = NAMES.approvalWindow(approval.key);
  const runs = runOf(fleet, approval, place, release);
  return planWindow(installWindowOf(approval)).map((time) => ({ ...time, endsAt: approval.ends, name, runs }));
}
