import { installWindows } from "../install-windows";
import { manifestOf } from "../manifest";
import { NAMES } from "../names";
import { groupsIn, isSensitive, sortedKeys, type Place } from "../places";
import { isPredefined } from "../predefined";
import type { Fleet } from "../schema/fleet-file";
import type { ApprovalPlan } from "./approval";
import { approvedWindow } from "./approved-window";
import {
  definitionsOf,
  defaultsOf,
  registrationsIn,
  type BaselinePlan,
  type DefaultPlan,
  type RegistrationPlan,
} from "./baselines";
import { calendarsIn, type CalendarPlan } from "./calendar-plan";
import { planGroupRun, type GroupRunPlan } from "./group-run";
import { manifestBucketOf, manifestIn, type ManifestPlan } from "./manifest";
import { restartsIn, type RestartPlan } from "./restart";
import type { RingPlan, WindowTimePlan } from "./ring";

/** A maintenance window of one place, with the groups that install in it. */
export interface WindowPlan extends WindowTimePlan {
  /** Its physical name. */
  readonly name: string;
  readonly runs: readonly GroupRunPlan[];
}

/** What an execution account holds in one region. */
export interface RegionPlan {
  readonly region: string;
  readonly baselines: readonly BaselinePlan[];
  /** AWS's own baselines that groups or defaults use here, by name. */
  readonly predefined: readonly string[];
  readonly registrations: readonly RegistrationPlan[];
  readonly defaults: readonly DefaultPlan[];
  /** Standing install windows, then those of live approvals, which open once. */
  readonly windows: readonly WindowPlan[];
  /** Standing windows for restarts. */
  readonly restarts: readonly RestartPlan[];
  /** Where manifests lie; null where nothing here installs from one. */
  readonly manifestBucket: string | null;
  /** Every manifest of this place, of spent approvals too, sorted by digest. */
  readonly manifests: readonly ManifestPlan[];
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

function approvalsIn(fleet: Fleet, place: Place, approvals: readonly ApprovalPlan[]): ApprovalPlan[] {
  const here = new Set(groupsIn(fleet, place).map(([name]) => name));
  return approvals.filter(({ group }) => here.has(group));
}

function approvedWindowsIn(
  fleet: Fleet,
  place: Place,
  rings: readonly RingPlan[],
  approvals: readonly ApprovalPlan[],
): WindowPlan[] {
  return approvals
    .filter(({ spent }) => !spent)
    .flatMap((approval) => {
      const ring = rings.find(({ name }) => name === approval.ring);
      return ring ? approvedWindow(fleet, approval, place, ring) : [];
    });
}

/** Where manifests lie in a place, and all of them: those of approvals and those of releases. */
function manifestsIn(fleet: Fleet, place: Place, rings: readonly RingPlan[], approvals: readonly ApprovalPlan[]) {
  const groups = groupsIn(fleet, place).map(([, group]) => group);
  const promoted = rings.filter(({ name, promote }) => promote === "exact" && groups.some(({ ring }) => ring === name));
  if (promoted.length === 0 && !groups.some(isSensitive)) return { manifestBucket: null, manifests: [] };
  const all = [
    ...approvals.flatMap(({ digest, patches }) => (digest === null ? [] : [manifestOf(patches)])),
    ...promoted.flatMap(({ release }) => release.manifest ?? []),
  ];
  const byDigest = new Map(all.map((manifest) => [manifest.digest, manifestIn(fleet, place, manifest)]));
  return {
    manifestBucket: manifestBucketOf(fleet, place),
    manifests: [...byDigest.values()].toSorted((one, other) => (one.digest < other.digest ? -1 : 1)),
  };
}

/** Decides what an execution account holds in one region. */
export function planRegion(
  fleet: Fleet,
  place: Place,
  rings: readonly RingPlan[],
  approvals: readonly ApprovalPlan[] = [],
): RegionPlan {
  const registrations = registrationsIn(fleet, place);
  const defaults = defaultsOf(fleet);
  const baselines = [...new Set([...registrations, ...defaults].map((entry) => entry.baseline))].toSorted();
  const approved = approvalsIn(fleet, place, approvals);
  const windows = [...windowsIn(fleet, place, rings), ...approvedWindowsIn(fleet, place, rings, approved)];
  const restarts = restartsIn(fleet, place, rings);
  const used = new Set([...windows.flatMap(({ runs }) => runs), ...restarts].map(({ ring }) => ring));
  return {
    region: place.region,
    baselines: definitionsOf(fleet).filter((baseline) => baselines.includes(baseline.key)),
    predefined: baselines.filter(isPredefined),
    registrations,
    defaults,
    windows,
    restarts,
    ...manifestsIn(fleet, place, rings, approved),
    calendars: calendarsIn(fleet, place, rings, used),
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
