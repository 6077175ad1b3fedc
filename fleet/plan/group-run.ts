import { systemOf } from "../baseline-system";
import type { InstallWindow } from "../install-windows";
import { NAMES } from "../names";
import type { Place } from "../places";
import { isProduction, isSensitive, serversIn } from "../places";
import { capacity, type Capacity } from "../schedule/capacity";
import type { Fleet } from "../schema/fleet-file";
import type { Group } from "../schema/group";
import { rateText } from "../schema/quantity";
import type { ApprovalGate } from "./approval";
import { manifestIn, type ManifestPlan } from "./manifest";
import type { ReleasePlan } from "./release";
import type { Wave } from "./restart";

/** What a server takes, in minutes, where the file does not say. */
const MINUTES_A_SERVER = { linux: 10, windows: 30 };

/** How one group installs, or restarts, in one place: all that its runbook needs, decided. */
export interface GroupRunPlan {
  readonly group: string;
  readonly tag: string;
  readonly ring: string;
  /** What its runbook does: `restart` only for an approved restart. */
  readonly operation: "install" | "restart";
  /** The runbook's physical name. */
  readonly runbook: string;
  readonly reboot: "RebootIfNeeded" | "NoReboot";
  /** In AWS's spelling, such as `10%`. */
  readonly concurrency: string;
  readonly errors: string;
  readonly production: boolean;
  readonly sensitive: boolean;
  /** The change calendar that the gate asks, by name. */
  readonly calendar: string;
  /** The release parameters that the gate asks, by ARN. */
  readonly declared: string;
  readonly proved: string | null;
  /** What is installed, exactly; null where the baselines decide, and for a restart. */
  readonly manifest: ManifestPlan | null;
  /** What the gate asks of the approval; null for an automatic group. */
  readonly approval: ApprovalGate | null;
  /** The waves of a restart, in their order; none: all together. */
  readonly waves: readonly Wave[];
  /** The servers expected here; null when the file does not say. */
  readonly servers: number | null;
  /** How long each part of a run may take. */
  readonly capacity: Capacity;
}

/** How long one server of a group takes, restart included, in minutes. */
export function minutesAServer(fleet: Fleet, group: Group): number {
  const hasWindows = group.baselines.some((name) => systemOf(fleet, name) === "WINDOWS");
  return group.perServer ?? (hasWindows ? MINUTES_A_SERVER.windows : MINUTES_A_SERVER.linux);
}

/** A group's reboot option: what the file says, else NoReboot for a sensitive group and RebootIfNeeded for others. */
export function rebootOf(group: Group): "RebootIfNeeded" | "NoReboot" {
  return group.reboot ?? (isSensitive(group) ? "NoReboot" : "RebootIfNeeded");
}

/** How long the parts of a group's run may take in a window, and whether its servers fit. */
export function capacityIn(
  fleet: Fleet,
  window: Pick<InstallWindow, "duration" | "cutoff">,
  group: Group,
  place: Place,
): Capacity {
  const servers = serversIn(group, place);
  return capacity({
    durationHours: window.duration,
    cutoffHours: window.cutoff,
    ...(servers === null ? {} : { servers }),
    concurrency: group.concurrency,
    perServerMinutes: minutesAServer(fleet, group),
  });
}

/** Decides how a group installs in a window and a place. */
export function planGroupRun(
  fleet: Fleet,
  window: InstallWindow,
  name: string,
  group: Group,
  place: Place,
  release: ReleasePlan,
): GroupRunPlan {
  return {
    group: name,
    tag: group.tag ?? name,
    ring: window.ring,
    operation: "install",
    runbook: NAMES.runbook(name),
    reboot: rebootOf(group),
    concurrency: rateText(group.concurrency),
    errors: rateText(group.errors),
    production: isProduction(fleet, group),
    sensitive: isSensitive(group),
    calendar: NAMES.calendar(window.ring),
    declared: release.declared.arn,
    proved: release.proved?.arn ?? null,
    manifest: release.manifest === null ? null : manifestIn(fleet, place, release.manifest),
    approval: null,
    waves: [],
    servers: serversIn(group, place),
    capacity: capacityIn(fleet, window, group, place),
  };
}
