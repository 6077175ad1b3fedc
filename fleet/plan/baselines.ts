import { systemOf, systemsOfGroup } from "../baseline-system";
import { definitionOf, type Definition } from "../definition";
import { NAMES } from "../names";
import { groupsIn, sortedKeys, type Place } from "../places";
import { baseline as baselineSchema, type Baseline } from "../schema/baseline";
import type { Fleet } from "../schema/fleet-file";
import { SYSTEMS, familyOf, systemSlug, type Family, type System } from "../systems";

/** A baseline that is to exist: in central as a definition, in each place as a copy of it. */
export interface BaselinePlan {
  /** The baseline's name in the fleet file, or `default-<system>`. */
  readonly key: string;
  /** Its physical name. */
  readonly name: string;
  readonly definition: Definition;
}

/** Which baseline serves a patch group's servers of one system. */
export interface RegistrationPlan {
  readonly group: string;
  /** The tag value. */
  readonly tag: string;
  readonly system: System;
  /** A baseline of this place, or one of AWS's own by name. */
  readonly baseline: string;
}

/** Which baseline serves the servers of a system that belong to no group. */
export interface DefaultPlan {
  readonly system: System;
  readonly baseline: string;
}

/** What a default baseline approves: all that is about security, at once, so that a scan shows everything missing. */
const SHOW_ALL: Readonly<Record<Family, object>> = {
  apt: { priority: ["*"] },
  rpm: { classification: ["Security"], severity: ["*"] },
  zypper: { classification: ["Security"], severity: ["*"] },
  macos: { classification: ["*"] },
  windows: { classification: ["CriticalUpdates", "SecurityUpdates"], msrcSeverity: ["*"] },
};

function showAll(system: System): Baseline {
  return baselineSchema.parse({
    system,
    description: "Shows every security update that servers of no group lack",
    rules: [SHOW_ALL[familyOf(system)]],
  });
}

/** The systems of a fleet, sorted: those that its groups have baselines for, and those that the file names a default for. */
export function systemsOf(fleet: Fleet): System[] {
  const ofGroups = Object.values(fleet.groups).flatMap((group) => systemsOfGroup(fleet, group));
  const ofDefaults = SYSTEMS.filter((system) => fleet.defaults[system] !== undefined);
  return [...new Set([...ofGroups, ...ofDefaults])].toSorted();
}

/** The default baseline of each system of the fleet. Every place has them all: a mistyped tag falls to the default. */
export function defaultsOf(fleet: Fleet): DefaultPlan[] {
  return systemsOf(fleet).map((system) => ({
    system,
    baseline: fleet.defaults[system] ?? `default-${systemSlug(system)}`,
  }));
}

/** Every definition of the fleet that some place uses, sorted by name. */
export function definitionsOf(fleet: Fleet): BaselinePlan[] {
  const used = new Set(Object.values(fleet.groups).flatMap((group) => group.baselines));
  const own = sortedKeys(fleet.baselines).map((key) => ({ key, baseline: fleet.baselines[key] }));
  const defaults = defaultsOf(fleet);
  const generated = defaults.filter(({ baseline }) => systemOf(fleet, baseline) === null);
  return [
    ...own.flatMap(({ key, baseline }) =>
      baseline && (used.has(key) || defaults.some((entry) => entry.baseline === key)) ? [planned(key, baseline)] : [],
    ),
    ...generated.map(({ system, baseline }) => planned(baseline, showAll(system))),
  ];
}

function planned(key: string, baseline: Baseline): BaselinePlan {
  return { key, name: NAMES.baseline(key), definition: definitionOf(key, baseline) };
}

/** The registrations of a place: each group with each of its baselines, sorted by group and system. */
export function registrationsIn(fleet: Fleet, place: Place): RegistrationPlan[] {
  return groupsIn(fleet, place).flatMap(([name, group]) =>
    group.baselines
      .flatMap((baseline): RegistrationPlan[] => {
        const system = systemOf(fleet, baseline);
        return system ? [{ group: name, tag: group.tag ?? name, system, baseline }] : [];
      })
      .toSorted((a, b) => (a.system < b.system ? -1 : 1)),
  );
}
