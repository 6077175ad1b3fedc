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

function whatOf({ operation, group, ring }: CalendarEntry): string {
  if (operation === "scan") return "Scan of every server";
  return `${operation === "restart" ? "Restart" : "Install"} on ${group} (ring ${ring})`;
}

function statusOf({ held, awaits }: CalendarEntry): ICalEventStatus {
  if (held !== null) return ICalEventStatus.CANCELLED;
  return awaits === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}

/**
 * The runs as a calendar file (iCalendar) for people's own calendars: installs, restarts and scans, held ones as cancelled, those that wait for evidence as tentative.
 * The same runs give the same text.
 */
export function runsCalendar(entries: readonly CalendarEntry[]): string {
  const file = ical({ name: "Fleet patching", prodId: { company: "fleet-patching", product: "calendar", language: "EN" } });
  for (const { entry, places } of eventsOf(entries)) {
    const { held, awaits } = entry;
    const what = whatOf(entry);
    file.createEvent({
      id: `${entry.starts}-${entry.operation}-${entry.group ?? "all"}@fleet-patching`,
      stamp: entry.starts,
      start: entry.starts,
      end: entry.ends,
      summary: held === null ? what : `Held: ${what}`,
      description: [...(held === null ? [] : [held]), ...(awaits === null ? [] : [`After ${awaits}`]), ...places].join("\n"),
      status: statusOf(entry),
    });
  }
  return file.toString();
}
