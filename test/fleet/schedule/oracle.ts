import { Temporal } from "temporal-polyfill";
import type { Freeze, YearDay } from "../../../fleet/schedule/freeze";
import type { RingOrder, RingWindow } from "../../../fleet/schedule/ring";
import { starts } from "../../../fleet/schedule/starts";

function yearDay({ month, day }: YearDay): number {
  return month * 100 + day;
}

/** Whether a freeze is on at an instant, by looking at the calendar page of that day. */
export function isFrozen(freeze: Freeze, at: Temporal.Instant): boolean {
  const local = at.toZonedDateTimeISO(freeze.zone);
  if (freeze.kind === "monthly") {
    return freeze.edge === "first" ? local.day <= freeze.days : local.day > local.daysInMonth - freeze.days;
  }
  if (freeze.kind === "weekly") {
    return (local.dayOfWeek - freeze.from + 7) % 7 <= (freeze.to - freeze.from + 7) % 7;
  }
  if (freeze.kind === "yearly") {
    const [from, to, today] = [yearDay(freeze.from), yearDay(freeze.to), local.month * 100 + local.day];
    return from <= to ? today >= from && today <= to : today >= from || today <= to;
  }
  const now = local.toPlainDateTime();
  const from = Temporal.PlainDateTime.from(freeze.from);
  const to = freeze.to.includes("T")
    ? Temporal.PlainDateTime.from(freeze.to)
    : Temporal.PlainDateTime.from(freeze.to).add({ days: 1 });
  return Temporal.PlainDateTime.compare(now, from) >= 0 && Temporal.PlainDateTime.compare(now, to) < 0;
}

/** Whether a freeze is on at any moment of a stretch of time, looked at every five minutes and at its last second. */
export function meetsFreeze(freeze: Freeze, from: Temporal.Instant, hours: number): boolean {
  const last = from.add({ seconds: hours * 3600 - 1 });
  for (let at = from; Temporal.Instant.compare(at, last) < 0; at = at.add({ minutes: 5 })) if (isFrozen(freeze, at)) return true;
  return isFrozen(freeze, last);
}

function latest(window: RingWindow, by: Temporal.Instant): Temporal.Instant | undefined {
  return [...starts(window.schedule, window.zone, by.subtract({ hours: 24 * 800 }), by.add({ seconds: 1 }))].at(-1);
}

/** Whether a run is held, by the definition and nothing else. Right where the freezes' zones have no daylight saving. */
export function isHeld(rings: readonly RingOrder[], ring: RingOrder, start: Temporal.Instant): boolean {
  const longest = Math.max(...ring.windows.map((window) => window.durationHours));
  if (ring.freezes.some((freeze) => meetsFreeze(freeze, start, longest))) return true;
  const before = rings.find((each) => each.name === ring.after);
  return (before?.windows ?? []).some((window) => {
    const run = latest(window, start.subtract({ hours: ring.soakHours + window.durationHours }));
    return run === undefined || before === undefined || isHeld(rings, before, run);
  });
}
