import { systemOf } from "../baseline-system";
import { closest, didYouMean } from "../closest";
import { sortedKeys } from "../places";
import { PREDEFINED } from "../predefined";
import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";

function unknown(fleet: Fleet, baseline: string): Omit<Finding, "path"> {
  const own = sortedKeys(fleet.baselines);
  const names = baseline.toUpperCase().startsWith("AWS") ? Object.keys(PREDEFINED) : [...own, ...Object.keys(PREDEFINED)];
  const want = "a baseline of this file, or one of AWS's own by name";
  const fix = closest(baseline, names) === undefined ? "Add it under `baselines`, or name another." : "Write its exact name.";
  return { got: baseline, want, fix: `${didYouMean(baseline, names)}${fix}` };
}

function judge(fleet: Fleet, baselines: readonly string[], place: number): Omit<Finding, "path"> | null {
  const baseline = baselines[place] ?? "";
  const before = baselines.slice(0, place);
  if (before.includes(baseline))
    return { got: `${baseline} once more`, want: "each baseline once", fix: "Remove one of the two." };
  const system = systemOf(fleet, baseline);
  if (!system) return unknown(fleet, baseline);
  const other = before.find((earlier) => systemOf(fleet, earlier) === system);
  if (other === undefined) return null;
  return {
    got: `${baseline}, a second baseline for ${system} beside ${other}`,
    want: "one baseline for each system",
    fix: "Keep one of the two, put their rules into one baseline, or make two groups.",
  };
}

/** A group's baseline that is not there, stands twice, or serves a system that another serves already. */
export function groupBaselines(fleet: Fleet): Finding[] {
  return sortedKeys(fleet.groups).flatMap((name) => {
    const baselines = fleet.groups[name]?.baselines ?? [];
    return baselines.flatMap((_, place) => {
      const found = judge(fleet, baselines, place);
      return found ? [{ path: ["groups", name, "baselines", place], ...found }] : [];
    });
  });
}
