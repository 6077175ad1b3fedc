import { Temporal } from "temporal-polyfill";
import type { Hold } from "./hold";

/** An instant in a zone, for people: `2027-01-05 00:00 Europe/Paris`. */
export function moment(millis: number, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone);
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: "minute" })} ${zone}`;
}

/** Says why a run is held: `freeze year-end until 2027-01-05 00:00 Europe/Paris`, and for a follower which run it waits for. */
export function describeHold(hold: Hold): string {
  if (hold.by === "freeze") return `freeze ${hold.freeze.name} until ${moment(hold.until, hold.freeze.zone)}`;
  if (hold.by === "unknown-ring") return `waits for ring ${hold.ring}, which is not there or comes after itself`;
  if (hold.by === "no-run-before") return `waits for ring ${hold.ring}: window ${hold.window.key} had no run before`;
  const zone = hold.window.schedule.kind === "at" ? "UTC" : hold.window.zone;
  return `waits for ring ${hold.ring}: its run of ${moment(hold.start, zone)} is held (${describeHold(hold.why)})`;
}
