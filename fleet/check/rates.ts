import { sortedKeys } from "../places";
import type { Finding } from "../problem";
import { rateText } from "../schema/quantity";
import type { Fleet } from "../schema/fleet-file";

/** A group of which no server would ever start. AWS refuses a concurrency of nothing. @see MaxConcurrency */
export function rates(fleet: Fleet): Finding[] {
  return sortedKeys(fleet.groups).flatMap((name): Finding[] => {
    const rate = fleet.groups[name]?.concurrency;
    if (!rate || ("count" in rate ? rate.count : rate.percent) > 0) return [];
    const fix = "Write at least `1` or `1 %`. To install nothing, hold the ring.";
    return [{ path: ["groups", name, "concurrency"], got: rateText(rate), want: "at least one server at once", fix }];
  });
}
