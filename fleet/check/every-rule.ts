import { sortedKeys } from "../places";
import type { Path } from "../problem";
import type { Baseline, Rule } from "../schema/baseline";
import type { Fleet } from "../schema/fleet-file";

/** A baseline with where it stands. */
export interface PlacedBaseline {
  readonly path: Path;
  readonly name: string;
  readonly baseline: Baseline;
}

/** A rule with where it stands. */
export interface PlacedRule extends PlacedBaseline {
  readonly rule: Rule;
  /** Its place among the baseline's rules. */
  readonly place: number;
}

/** Every baseline of the file, sorted by name. */
export function everyBaseline(fleet: Fleet): PlacedBaseline[] {
  return sortedKeys(fleet.baselines).flatMap((name) => {
    const baseline = fleet.baselines[name];
    return baseline ? [{ path: ["baselines", name], name, baseline }] : [];
  });
}

/** Every rule of every baseline. */
export function everyRule(fleet: Fleet): PlacedRule[] {
  return everyBaseline(fleet).flatMap(({ path, name, baseline }) =>
    baseline.rules.map((rule, place) => ({ path: [...path, "rules", place], name, baseline, rule, place })),
  );
}

/** The words of the fleet file by which rules filter, whatever the system. */
export const FILTER_WORDS = [
  "product",
  "productFamily",
  "patchSet",
  "classification",
  "severity",
  "msrcSeverity",
  "priority",
  "section",
] as const;

/** The values by which a rule filters, by their word. */
export function filtersOf(rule: Rule): Readonly<Partial<Record<(typeof FILTER_WORDS)[number], readonly string[]>>> {
  const values: Readonly<Record<string, unknown>> = rule;
  return Object.fromEntries(
    FILTER_WORDS.flatMap((word) => {
      const given = values[word];
      return Array.isArray(given) ? [[word, given.map(String)]] : [];
    }),
  );
}
