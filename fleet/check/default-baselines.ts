import { systemOf } from "../baseline-system";
import { didYouMean } from "../closest";
import { sortedKeys } from "../places";
import { PREDEFINED } from "../predefined";
import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import { SYSTEMS } from "../systems";

/** A system's default baseline that is not there, or is for another system. */
export function defaultBaselines(fleet: Fleet): Finding[] {
  return SYSTEMS.flatMap((system) => {
    const baseline = fleet.defaults[system];
    if (baseline === undefined) return [];
    const found = systemOf(fleet, baseline);
    const names = [...sortedKeys(fleet.baselines), ...Object.keys(PREDEFINED)].filter((name) => systemOf(fleet, name) === system);
    if (found === system) return [];
    return [
      {
        path: ["defaults", system],
        got: found ? `${baseline}, which is for ${found}` : baseline,
        want: `a baseline for ${system}, of this file or one of AWS's own by name`,
        fix: `${didYouMean(baseline, names)}Name such a baseline, or remove the line for one that shows everything missing.`,
      },
    ];
  });
}
