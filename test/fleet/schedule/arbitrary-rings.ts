import * as fc from "fast-check";
import type { Freeze } from "../../../fleet/schedule/freeze";
import type { RingOrder, RingWindow } from "../../../fleet/schedule/ring";
import { freeze, windowSchedule } from "./fixtures";

const often = [
  "last 3 days of each month",
  "first 2 days of each month",
  "fridays to sundays",
  "mondays",
  "12-20 to 01-03 each year",
  "02-25 to 03-04 each year",
];
const schedules = [
  "sundays 03:00",
  "sundays 20:00",
  "fridays 20:00",
  "daily 00:00",
  "daily 02:30",
  "weekdays 22:07",
  "second tuesday 22:00",
  "second tuesday + 3 days 01:45",
  "last saturday 04:00",
  "last day 20:00",
  "cron(30 15 4 ? * WED *)",
];

/** Zones with whole, half and quarter offsets, with and without daylight saving, at midnight and at night. */
export const ringZones = [
  "UTC",
  "Europe/Paris",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "America/Santiago",
  "Africa/Cairo",
];
/** Zones whose clocks never change. */
export const steadyZones = ["UTC", "Asia/Kathmandu", "America/Phoenix"];

function window(key: string): fc.Arbitrary<RingWindow> {
  return fc.record({
    key: fc.constant(key),
    schedule: fc.constantFrom(...schedules).map(windowSchedule),
    zone: fc.constantFrom(...ringZones),
    durationHours: fc.integer({ min: 1, max: 24 }),
  });
}

function onceFreeze(zones: readonly string[]): fc.Arbitrary<Freeze> {
  const day = fc
    .integer({ min: 0, max: 400 })
    .map((days) => new Date(Date.UTC(2026, 10, 1) + days * 86_400_000).toISOString().slice(0, 10));
  const time = fc.constantFrom("", "", "T20:00", "T20:05", "T02:30");
  return fc.record({ day, days: fc.nat(25), zone: fc.constantFrom(...zones), from: time }).map((each) => {
    const to = new Date(Date.parse(each.day) + each.days * 86_400_000).toISOString().slice(0, 10);
    return freeze({ name: "once", zone: each.zone, from: each.day + each.from, to });
  });
}

function recurringFreeze(zones: readonly string[]): fc.Arbitrary<Freeze> {
  return fc
    .record({ every: fc.constantFrom(...often), zone: fc.constantFrom(...zones) })
    .map((each) => freeze({ name: "again", ...each }));
}

/** Some freezes: mostly none, one or two. */
export function freezes(zones: readonly string[], recurring = true): fc.Arbitrary<readonly Freeze[]> {
  return fc.array(recurring ? fc.oneof(onceFreeze(zones), onceFreeze(zones), recurringFreeze(zones)) : onceFreeze(zones), {
    maxLength: 2,
  });
}

/** A chain of one to three rings, each after the one before, with freezes in some zones. */
export function chain(zones: readonly string[], recurring = true): fc.Arbitrary<readonly RingOrder[]> {
  const ring = fc.record({
    soakHours: fc.constantFrom(0, 5, 24, 120, 240),
    windows: fc.oneof(
      window("w").map((each) => [each]),
      fc.tuple(window("w"), window("v")),
    ),
    freezes: freezes(zones, recurring),
  });
  return fc
    .array(ring, { minLength: 1, maxLength: 3 })
    .map((rings) =>
      rings.map((each, index) =>
        index === 0 ? { ...each, name: "r0" } : { ...each, name: `r${index}`, after: `r${index - 1}` },
      ),
    );
}
