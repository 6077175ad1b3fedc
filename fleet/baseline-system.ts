import { PREDEFINED } from "./predefined";
import type { Fleet } from "./schema/fleet-file";
import type { Group } from "./schema/group";
import type { System } from "./systems";

/** The system of a baseline, the fleet's own or one of AWS's; null when there is no such baseline. */
export function systemOf(fleet: Fleet, baseline: string): System | null {
  if (Object.hasOwn(fleet.baselines, baseline)) return fleet.baselines[baseline]?.system ?? null;
  return Object.hasOwn(PREDEFINED, baseline) ? (PREDEFINED[baseline] ?? null) : null;
}

/** The systems that a group has baselines for. */
export function systemsOfGroup(fleet: Fleet, group: Group): System[] {
  return [...new Set(group.baselines.flatMap((name) => systemOf(fleet, name) ?? []))];
}
