import { chance } from "./chance";

/** A run as fate knows it. */
export interface Fated {
  readonly ring: string;
  readonly group: string;
  readonly account: string;
  readonly region: string;
  /** The approval's key; null for what needs none. */
  readonly approval: string | null;
  /** When its window opens, in milliseconds since 1970. */
  readonly at: number;
}

/** What goes wrong in a year, and what people do. Every answer depends on its question alone. */
export interface Fate {
  /** How many of so many servers an install fails on. */
  failing(run: Fated, servers: number): number;
  /** A window that opens nothing: an outage of its place, or an approval that was applied too late. */
  silent(run: Fated): boolean;
  /** How long after its window opened a run starts, in milliseconds: executions that queue, or somebody who starts it by hand later. */
  delay(run: Fated): number;
  /** Whether home can be read by the gates. */
  unreadable(at: number): boolean;
  /** Whether the evaluator of a ring is started at all. */
  dead(ring: string, at: number): boolean;
  /** Whether a call of an evaluator is refused. */
  refused(ring: string, call: string, at: number): boolean;
  /** Whether an alarm rings. */
  alarmed(alarm: string, at: number): boolean;
  /** What people declare of a ring instead of what the fleet file says; null for that. */
  declared(ring: string, at: number): string | null;
  /** What somebody did to a manifest after it was approved: put other bytes in its place, or wrote it again and back. */
  tampered(digest: string, at: number): "replaced" | "rewritten" | null;
}

/** A year in which nothing goes wrong. */
export const CALM: Fate = {
  failing: () => 0,
  silent: () => false,
  delay: () => 0,
  unreadable: () => false,
  dead: () => false,
  refused: () => false,
  alarmed: () => false,
  declared: () => null,
  tampered: () => null,
};

const HOUR = 3_600_000;
/** Nobody starts an approved run by hand later than this, in hours. */
const LONGEST_DELAY = 36;
const WEEK = 7 * 24 * HOUR;
const weekOf = (at: number): number => Math.floor(at / WEEK);

/** How often things go wrong. Made up: more often than they should, so that a year shows each of them. */
const ODDS = {
  badUpdate: 0.03,
  failure: 0.02,
  outage: 0.01,
  unreadable: 0.01,
  dead: 0.04,
  refused: 0.02,
  alarmed: 0.05,
  hold: 0.04,
  late: 0.1,
  delayed: 0.15,
};

/** A year as it may go, the same for the same seed. */
export function fateOf(seed: number): Fate {
  const odds = (most: number, ...name: readonly (string | number)[]) => chance(seed, ...name) < most;
  return {
    failing: ({ ring, group, account, region, at }, servers) => {
      const bad = odds(ODDS.badUpdate, "bad", ring, weekOf(at));
      if (!bad && !odds(ODDS.failure, "failure", group, account, region, at)) return 0;
      const share = bad ? 0.1 + 0.5 * chance(seed, "share", ring, weekOf(at)) : 0.03;
      return Math.min(servers, Math.max(1, Math.round(share * servers)));
    },
    silent: ({ account, region, approval, at }) =>
      (approval !== null && odds(ODDS.late, "late", approval)) || odds(ODDS.outage, "outage", account, region, weekOf(at)),
    delay: ({ approval }) =>
      approval !== null && odds(ODDS.delayed, "delayed", approval)
        ? Math.ceil(LONGEST_DELAY * chance(seed, "delay", approval)) * HOUR
        : 0,
    unreadable: (at) => odds(ODDS.unreadable, "unreadable", Math.floor(at / HOUR)),
    dead: (ring, at) => odds(ODDS.dead, "dead", ring, weekOf(at)),
    refused: (ring, call, at) => odds(ODDS.refused, "refused", ring, call, Math.floor(at / (4 * HOUR))),
    alarmed: (alarm, at) => odds(ODDS.alarmed, "alarm", alarm, weekOf(at)),
    declared: (ring, at) => (odds(ODDS.hold, "hold", ring, weekOf(at)) ? "held until tomorrow by the simulator: a hold" : null),
    tampered: () => null,
  };
}
