import { UNKNOWN, type Plain } from "../plain";
import { flag, number, text } from "../read";
import type { Resource } from "../resource";
import { readSchedule } from "./expression";
import { startsBetween, type Timing } from "./occurrences";
import { isZone } from "./zone";

/** How far ahead windows are compared: far enough for a schedule that comes once a year, in milliseconds. */
export const HORIZON = 400 * 86_400_000;

/** When a window is open, or why it cannot be told. */
export type Openings =
  | { readonly known: true; readonly openings: readonly Opening[] }
  | { readonly known: false; readonly got: string };

/** One time a window is open, in milliseconds. */
export interface Opening {
  readonly window: Resource;
  readonly start: number;
  readonly end: number;
}

/** The times a window opens between two instants. A disabled window never opens. */
export function openingsBetween(window: Resource, from: number, to: number): Openings {
  const { schedule, scheduleTimezone, scheduleOffset, duration, enabled } = window.props;
  if ([schedule, scheduleTimezone, scheduleOffset, duration].includes(UNKNOWN))
    return { known: false, got: "a schedule not known before the update" };
  if (flag(enabled) === false) return { known: true, openings: [] };
  const timing = timingOf(schedule, scheduleTimezone, scheduleOffset);
  if (timing.schedule.kind === "invalid") return { known: false, got: `a schedule that is not valid: ${timing.schedule.why}` };
  if (timing.schedule.kind === "rate") return { known: false, got: "a rate, whose hours depend on when the window is made" };
  const length = (number(duration) ?? 0) * 3_600_000;
  return { known: true, openings: startsBetween(timing, from, to).map((start) => ({ window, start, end: start + length })) };
}

function timingOf(schedule: Plain, zone: Plain, offset: Plain): Timing {
  const named = text(zone);
  return {
    schedule: readSchedule(text(schedule) ?? ""),
    zone: named !== undefined && isZone(named) ? named : "UTC",
    offset: number(offset) ?? 0,
  };
}

/** An instant as messages show it. */
export function showInstant(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
