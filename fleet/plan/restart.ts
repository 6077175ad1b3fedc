import type { InstallWindow } from "../install-windows";
import { NAMES } from "../names";
import { groupsIn, isProduction, serversIn, type Place } from "../places";
import { capacity, type Capacity } from "../schedule/capacity";
import type { Fleet } from "../schema/fleet-file";
import type { Group } from "../schema/group";
import { rateText } from "../schema/quantity";
import { minutesAServer } from "./group-run";
import type { RingPlan, WindowTimePlan } from "./ring";

/** Servers that restart together: those that carry this tag value. */
export interface Wave {
  readonly tag: string;
  readonly value: string;
}

/** A standing window in which servers of a group that wait for a restart are restarted, in one place. */
export interface RestartPlan {
  readonly group: string;
  /** The tag value on the group's servers. */
  readonly tag: string;
  readonly ring: string;
  /** The runbook's physical name. */
  readonly runbook: string;
  /** When, under which physical name. */
  readonly window: WindowTimePlan & { readonly name: string };
  /** In this order; none: all of the group together. */
  readonly waves: readonly Wave[];
  /** In AWS's spelling, such as `10%`. */
  readonly concurrency: string;
  /** The change calendar that the gate asks, by name. */
  readonly calendar: string;
  /** The release parameters that the gate asks, by ARN. */
  readonly declared: string;
  readonly proved: string | null;
  readonly production: boolean;
  /** The servers expected here; null when the file does not say. */
  readonly servers: number | null;
  /** How long each part of a run may take. */
  readonly capacity: Capacity;
}

/**
 * How long the parts of a restart may take. How many servers wait for one nobody knows beforehand, so only one at a time must fit:
 * those that are left over wait for the next window, as they waited for this one.
 */
export function restartCapacity(fleet: Fleet, window: Pick<InstallWindow, "duration" | "cutoff">, group: Group): Capacity {
  return capacity({
    durationHours: window.duration,
    cutoffHours: window.cutoff,
    concurrency: { count: 1 },
    perServerMinutes: minutesAServer(fleet, group),
  });
}

function planRestart(fleet: Fleet, ring: RingPlan, time: WindowTimePlan, name: string, group: Group, place: Place): RestartPlan {
  const { durationHours: duration, cutoffHours: cutoff } = time;
  return {
    group: name,
    tag: group.tag ?? name,
    ring: ring.name,
    runbook: NAMES.restart(name),
    window: { ...time, name: NAMES.window(time.key) },
    waves: group.rebootOrder ?? [],
    concurrency: rateText(group.rebootConcurrency),
    calendar: NAMES.calendar(ring.name),
    declared: ring.release.declared.arn,
    proved: ring.release.proved?.arn ?? null,
    production: isProduction(fleet, group),
    servers: serversIn(group, place),
    capacity: restartCapacity(fleet, { duration, cutoff }, group),
  };
}

/** The standing restart windows of one place, in the order of the rings. */
export function restartsIn(fleet: Fleet, place: Place, rings: readonly RingPlan[]): RestartPlan[] {
  const here = new Map(groupsIn(fleet, place));
  return rings.flatMap((ring) =>
    ring.restarts.flatMap((time) =>
      time.groups.flatMap((name) => {
        const group = here.get(name);
        return group ? [planRestart(fleet, ring, time, name, group, place)] : [];
      }),
    ),
  );
}
