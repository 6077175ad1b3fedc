import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import { everyRule } from "./every-rule";

/** AWS takes a delay of this many days at most. @see PatchRule, ApproveAfterDays */
const MOST_DAYS = 360;

/** Rules that approve both after a delay and until a day, and delays that AWS refuses. */
export function ruleTiming(fleet: Fleet): Finding[] {
  return everyRule(fleet).flatMap(({ path, rule }): Finding[] => {
    const delay = "delay" in rule ? rule.delay : undefined;
    const until = "until" in rule ? rule.until : undefined;
    if (delay !== undefined && until !== undefined) {
      const fix = "Keep one of the two; a second rule may have the other.";
      return [{ path, got: `a delay of ${delay} days and until ${until}`, want: "`delay` or `until`", fix }];
    }
    if (delay === undefined || delay <= MOST_DAYS) return [];
    return [{ path: [...path, "delay"], got: `${delay} days`, want: `at most ${MOST_DAYS} days`, fix: "Write a shorter delay." }];
  });
}
