import type { CalendarEntry } from "../../fleet/calendar";
import { HOUR, iso, MINUTE } from "./instant";
import { randomOf, uuid, weighted, whole } from "./random";

/** What became of one start of a window in one place. A run that never happened left no record. */
export interface DemoRun {
  /** Milliseconds since 1970. */
  readonly due: number;
  readonly ended: number;
  readonly outcome: "succeeded" | "failed" | "held" | "missed";
  readonly why: string;
  readonly failed: number;
  readonly execution: string;
}

const OUTCOMES = [
  ["succeeded", 91],
  ["failed", 6],
  ["missed", 3],
] as const;

/** What became of an entry of the calendar, in a group of so many servers. */
export function runOf(seed: number, entry: CalendarEntry, servers: number): DemoRun {
  const random = randomOf(seed, "run", entry.account, entry.region, entry.group ?? "", entry.starts);
  const due = Date.parse(entry.starts);
  const outcome = entry.held === null ? weighted(random, OUTCOMES) : "held";
  const failed = outcome === "failed" ? Math.min(servers, whole(random, 1, 3)) : 0;
  const long = outcome === "held" ? MINUTE : HOUR + whole(random, 0, 40) * MINUTE;
  return {
    due,
    ended: due + long,
    outcome,
    why: entry.held ?? (failed > 0 ? `${failed} of ${servers} servers did not finish` : ""),
    failed,
    execution: uuid(random),
  };
}

/** When a run began. The first minute is the gate's. */
export function startedAt(run: DemoRun): string {
  return iso(run.due + MINUTE / 2);
}
