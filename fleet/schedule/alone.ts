import { rfc3339 } from "./rfc3339";
import type { RingOrder } from "./ring";

/** One window of a ring that opens a single time. */
export interface SingleWindow {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly durationHours: number;
}

/** A ring as if one window were its only one: then its freezes reach back by that window's length. */
export function alone(order: RingOrder, { key, at, durationHours }: SingleWindow): RingOrder {
  const schedule = { kind: "at" as const, expression: `at(${rfc3339(at).slice(0, -1)})`, at };
  return { ...order, windows: [{ key, schedule, zone: "UTC", durationHours }], restarts: [] };
}
