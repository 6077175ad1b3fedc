import {
  definitionsOf,
  defaultsOf,
  registrationsIn,
  type BaselinePlan,
  type DefaultPlan,
  type RegistrationPlan,
} from "./baselines";
import { planGroupRun, type GroupRunPlan } from "./group-run";
import type { RingPlan, WindowTimePlan } from "./ring";
import { NAMES } from "../names";
import { groupsIn, sortedKeys, type Place } from "../places";
import { isPredefined } from "../predefined";
import type { Fleet } from "../schema/fleet-file";
import { installWindows } from "../install-windows";

/** A maintenance window of one place, with the groups that install in it. */
export interface WindowPlan extends WindowTimePlan {
  /** Its physical name. */
  readonly name: string;
  readonly runs: readonly GroupRunPlan[];
}

/** The change calendar of one ring. */
export interface CalendarPlan {
  readonly ring: string;
  readonly name: string;
  /** iCalendar text. */
  readonly text: string;
}

/** What an execution account holds in one region. */
export interface RegionPlan {
  readonly region: string;
  readonly baselines: readonly BaselinePlan[];
  /** AWS's own baselines that groups or defaults use here, by name. */
  readonly predefined: readonly string[];
  readonly registrations: readonly RegistrationPlan[];
  readonly defaults: readonly DefaultPlan[];
  readonly windows: readonly WindowPlan[];
  readonly calendars: readonly CalendarPlan[];
  /** Advanced where more than 1,000 hybrid machines register here, or Microsoft's applications are patched on them. */
  readonly tier: "advanced" | null;
}

/** AWS registers at most this many hybrid machines in a place for free. @see facts: hybrid activations */
const STANDARD_TIER_MACHINES = 1000;

function tierIn(fleet: Fleet, place: Place): "advanced" | null {
  const here = Object.values(fleet.hybrid).filter((entry) => entry.account === place.account && entry.region === place.region);
  const machines = here.map((entry) => machinesOf(entry)).reduce((sum, count) => sum + count, 0);
  const applications = here.some((entry) =>
    fleet.groups[entry.group]?.baselines.some((name) => patchesApplications(fleet, name)),
  );
  return machines > STANDARD_TIER_MACHINES || (machines > 0 && applications) ? "advanced" : null;
}

function patchesApplications(fleet: Fleet, name: string): boolean {
  const baseline = fleet.baselines[name];
  if (!baseline) return name === "AWS-WindowsPredefinedPatchBaseline-OS-Applications";
  return baseline.rules.some((rule) => "patchSet" in rule && rule.patchSet?.includes("APPLICATION"));
}

/** How many machines a hybrid entry registers. */
export function machinesOf(entry: Fleet["hybrid"][string]): number {
  return (entry.azure?.machines.length ?? 0) + (entry.onPremises?.linux ?? 0) + (entry.onPremises?.windows ?? 0);
}

function windowsIn(fleet: Fleet, place: Place, rings: readonly RingPlan[]): WindowPlan[] {
  const here = new Map(groupsIn(fleet, place));
  return installWindows(fleet).flatMap((window): WindowPlan[] => {
    const ring = rings.find((candidate) => candidate.name === window.ring);
    const time = ring?.windows.find((candidate) => candidate.key === window.key);
    const runs = window.groups.flatMap((name): GroupRunPlan[] => {
      const group = here.get(name);
      return group && ring ? [planGroupRun(fleet, window, name, group, place, ring.release)] : [];
    });
    return time && runs.length > 0 ? [{ ...time, name: NAMES.window(window.key), runs }] : [];
  });
}

/** Decides what an execution account holds in one region. */
export function planRegion(fleet: Fleet, place: Place, rings: readonly RingPlan[]): RegionPlan {
  const registrations = registrationsIn(fleet, place);
  const defaults = defaultsOf(fleet);
  const used = [...new Set([...registrations, ...defaults].map((entry) => entry.baseline))].toSorted();
  const windows = windowsIn(fleet, place, rings);
  const here = new Set(windows.flatMap((window) => window.runs.map((run) => run.ring)));
  return {
    region: place.region,
    baselines: definitionsOf(fleet).filter((baseline) => used.includes(baseline.key)),
    predefined: used.filter(isPredefined),
    registrations,
    defaults,
    windows,
    calendars: rings
      .filter((ring) => here.has(ring.name))
      .map((ring) => ({ ring: ring.name, name: NAMES.calendar(ring.name), text: ring.calendar })),
    tier: tierIn(fleet, place),
  };
}

/** The places of an account, sorted by region. */
export function placesOfAccount(fleet: Fleet, account: string): Place[] {
  return (fleet.accounts[account]?.regions ?? []).toSorted().map((region) => ({ account, region }));
}

/** Every execution account: one that a group selects, sorted. */
export function executionAccounts(fleet: Fleet): string[] {
  return sortedKeys(fleet.accounts).filter((account) =>
    placesOfAccount(fleet, account).some((place) => groupsIn(fleet, place).length > 0),
  );
}
