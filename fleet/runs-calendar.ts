import ical, { ICalEventStatus } from "ical-generator";
import type { CalendarEntry } from "./calendar";

/** One run as people see it in their calendar: the same group at the same time in several places is one event. */
interface RunEvent {
  readonly entry: CalendarEntry;
  readonly places: readonly string[];
}

function eventsOf(entries: readonly CalendarEntry[]): RunEvent[] {
  const events = new Map<string, { entry: CalendarEntry; places: string[] }>();
  for (const entry of entries) {
    const key = `${entry.starts}-${entry.operation}-${entry.group ?? "all"}`;
    const event = events.get(key) ?? { entry, places: [] };
    event.places.push(`${entry.account} ${entry.region}`);
    events.set(key, event);
  }
  return [...events.values()];
}

/**
 * The runs as a calendar file (iCalendar) for people's own calendars: installs and scans, held ones as cancelled.
 * The same runs give the same text.
 */
export function runsCalendar(entries: readonly CalendarEntry[]): string {
  const file = ical({ name: "Fleet patching", prodId: { company: "fleet-patching", product: "calendar", language: "EN" } });
  for (const { entry, places } of eventsOf(entries)) {
    const what = entry.operation === "scan" ? "Scan of every server" : `Install on ${entry.group} (ring ${entry.ring})`;
    file.createEvent({
      id: `${entry.starts}-${entry.operation}-${entry.group ?? "all"}@fleet-patching`,
      stamp: entry.starts,
      start: entry.starts,
      end: entry.ends,
      summary: entry.held === null ? what : `Held: ${what}`,
      description: [...(entry.held === null ? [] : [entry.held]), ...places].join("\n"),
      status: entry.held === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    });
  }
  return file.toString();
}
