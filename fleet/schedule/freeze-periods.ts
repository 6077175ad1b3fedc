import { Temporal } from "temporal-polyfill";
import type { Freeze, OnceFreeze, RecurringFreeze } from "./freeze";
import { instantToWall, wallToInstant } from "./zone";

const dayMillis = 86_400_000;

/** A stretch of time in milliseconds since 1970; the end is the first moment outside. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

function wallOf(moment: string): number {
  return Temporal.PlainDateTime.from(moment).toZonedDateTime("UTC").epochMilliseconds;
}

/** When a freeze that happens once begins, in milliseconds since 1970. */
export function onceBegin(freeze: OnceFreeze): number {
  return wallToInstant(freeze.zone, wallOf(freeze.from));
}

/** The first moment after a freeze that happens once, in milliseconds since 1970: the next midnight when `to` is a bare day. */
export function onceEnd(freeze: OnceFreeze): number {
  return wallToInstant(freeze.zone, wallOf(freeze.to) + (freeze.to.includes("T") ? 0 : dayMillis));
}

/** The freeze of one month, week or year, in wall-clock milliseconds. Its number counts them from 1970. */
function nth(freeze: RecurringFreeze, index: number): Period {
  if (freeze.kind === "monthly") {
    const from =
      Date.UTC(1970, freeze.edge === "first" ? index : index + 1, 1) - (freeze.edge === "first" ? 0 : freeze.days * dayMillis);
    return { from, to: from + freeze.days * dayMillis };
  }
  if (freeze.kind === "weekly") {
    // 4 January 1970 was a Sunday.
    const from = (3 + freeze.from + 7 * index) * dayMillis;
    return { from, to: from + (((freeze.to - freeze.from + 7) % 7) + 1) * dayMillis };
  }
  const from = Date.UTC(1970 + index, freeze.from.month - 1, freeze.from.day);
  const sameYear = Date.UTC(1970 + index, freeze.to.month - 1, freeze.to.day) + dayMillis;
  return { from, to: sameYear > from ? sameYear : Date.UTC(1971 + index, freeze.to.month - 1, freeze.to.day) + dayMillis };
}

function numberAt(freeze: RecurringFreeze, wall: number): number {
  const date = new Date(wall);
  if (freeze.kind === "monthly") return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
  return freeze.kind === "weekly" ? Math.floor((wall / dayMillis - 3) / 7) : date.getUTCFullYear() - 1970;
}

/**
 * The times of a freeze that comes again, as a wall clock in its zone shows them, in order: each that ends after `from` and begins
 * before `to`. In wall-clock milliseconds, as if the wall were UTC: whole days, before the clocks of the zone count.
 */
export function* wallPeriods(freeze: RecurringFreeze, from: number, to: number): Generator<Period, void> {
  for (let index = numberAt(freeze, from) - 1; ; index += 1) {
    const period = nth(freeze, index);
    if (period.from >= to) return;
    if (period.to > from) yield period;
  }
}

/** The times of a freeze that touch a stretch of time, in order, whole, in milliseconds since 1970. */
export function* freezePeriods(freeze: Freeze, from: number, to: number): Generator<Period, void> {
  if (freeze.kind === "once") {
    const period = { from: onceBegin(freeze), to: onceEnd(freeze) };
    if (period.from < to && period.to > from) yield period;
    return;
  }
  const margin = 2 * dayMillis;
  for (const wall of wallPeriods(freeze, instantToWall(freeze.zone, from) - margin, instantToWall(freeze.zone, to) + margin)) {
    const period = { from: wallToInstant(freeze.zone, wall.from), to: wallToInstant(freeze.zone, wall.to) };
    if (period.from < to && period.to > from) yield period;
  }
}

/**
 * The times in which a freeze holds runs, in order: every one that touches the time from `from` to `to`, whole, the end being the
 * first moment that is free again.
 */
export function closedPeriods(
  freeze: Freeze,
  from: Temporal.Instant,
  to: Temporal.Instant,
): { readonly from: Temporal.Instant; readonly to: Temporal.Instant }[] {
  return [...freezePeriods(freeze, from.epochMilliseconds, to.epochMilliseconds)].map((period) => ({
    from: Temporal.Instant.fromEpochMilliseconds(period.from),
    to: Temporal.Instant.fromEpochMilliseconds(period.to),
  }));
}
