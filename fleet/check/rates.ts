import { sortedKeys } from "../places";
import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import { rateText } from "../schema/quantity";

const RATES = [
  ["concurrency", "To install nothing, hold the ring."],
  ["rebootConcurrency", "To restart nothing, leave out restart windows and approvals."],
] as const;

/** A group of which no server would ever start. AWS refuses a concurrency of nothing. @see MaxConcurrency */
export function rates(fleet: Fleet): Finding[] {
  return sortedKeys(fleet.groups).flatMap((name) =>
    RATES.flatMap(([key, instead]): Finding[] => {
      const rate = fleet.groups[name]?.[key];
      if (!rate || ("count" in rate ? rate.count : rate.percent) > 0) return [];
      const fix = `Write at least \`1\` or \`1 %\`. ${instead}`;
      return [{ path: ["groups", name, key], got: rateText(rate), want: "at least one server at once", fix }];
    }),
  );
}
