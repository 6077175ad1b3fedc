import type { Temporal } from "temporal-polyfill";
import type { Freeze } from "./freeze";
import type { WindowSchedule } from "./schedule";

/** An install window of a ring. */
export interface RingWindow {
  readonly key: string;
  readonly schedule: WindowSchedule;
  /** An IANA time zone. */
  readonly zone: string;
  /** Whole hours, 1 to 24. */
  readonly durationHours: number;
}

/** A ring as its order needs it: its windows, the ring before, and the freezes that apply to it. */
export interface RingOrder {
  readonly name: string;
  /** The ring before this one; left out for a first ring. */
  readonly after?: string;
  /** Hours between the end of a run of the ring before and a run of this one. */
  readonly soakHours: number;
  readonly windows: readonly RingWindow[];
  readonly freezes: readonly Freeze[];
  /** Windows in which servers restart and nothing is installed: they keep out of freezes too, and nobody waits for them. */
  readonly restarts?: readonly RingWindow[];
}

/** One run of a ring's window, and whether it is held. */
export interface RingRun {
  readonly ring: string;
  /** The window's key. */
  readonly window: string;
  readonly start: Temporal.Instant;
  /** When the window closes. */
  readonly end: Temporal.Instant;
  /** Why nothing is installed in it; null when it installs. */
  readonly held: string | null;
}

/** An hour in milliseconds. */
export const hourMillis = 3_600_000;

/** The hours that a ring's longest window is open, restarts included; 0 without windows. */
export function longestHours(ring: RingOrder): number {
  return Math.max(0, ...[...ring.windows, ...(ring.restarts ?? [])].map((window) => window.durationHours));
}
