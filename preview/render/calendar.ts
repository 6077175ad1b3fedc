import { Temporal } from "temporal-polyfill";
import type { CalendarEntry } from "../../fleet/calendar";
import type { Plan } from "../../fleet/plan";
import { columns } from "./columns";
import type { Paint } from "./paint";

/** Runs at the same time with the same outcome: what a person sees as one. */
interface Row {
  readonly entry: CalendarEntry;
  readonly zone: string;
  readonly groups: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

function zoneOf(plan: Plan, { ring, group, operation }: CalendarEntry): string {
  const found = plan.rings.find(({ name }) => name === ring);
  const windows = (operation === "restart" ? found?.restarts : found?.windows) ?? [];
  return windows.find(({ groups }) => group !== null && groups.includes(group))?.zone ?? "UTC";
}

function rowsOf(plan: Plan, entries: readonly CalendarEntry[]): Row[] {
  const rows = new Map<string, { entry: CalendarEntry; zone: string; groups: Set<string>; places: Set<string> }>();
  for (const entry of entries) {
    const key = [entry.starts, entry.ends, entry.ring, entry.operation, entry.held, entry.awaits, entry.approval].join("|");
    const row = rows.get(key) ?? { entry, zone: zoneOf(plan, entry), groups: new Set(), places: new Set() };
    if (entry.group !== null) row.groups.add(entry.group);
    row.places.add(`${entry.account} ${entry.region}`);
    rows.set(key, row);
  }
  return [...rows.values()];
}

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** `Tue 2026-11-24 22:00-02:00`: a weekday and local times. */
function local({ starts, ends }: CalendarEntry, zone: string): string {
  const from = Temporal.Instant.from(starts).toZonedDateTimeISO(zone);
  const to = Temporal.Instant.from(ends).toZonedDateTimeISO(zone);
  const clock = (time: Temporal.ZonedDateTime) => time.toPlainTime().toString({ smallestUnit: "minute" });
  return `${DAYS[from.dayOfWeek - 1] ?? ""} ${from.toPlainDate().toString()} ${clock(from)}-${clock(to)}`;
}

function whereText(places: ReadonlySet<string>): string {
  return places.size === 1 ? [...places].join("") : `${places.size} places`;
}

/** What happens to which groups, and by which approval where it happens once. */
function whatText({ operation, ring, approval }: CalendarEntry, groups: ReadonlySet<string>): string {
  if (operation === "scan") return "scan: every server";
  const how = operation === "restart" ? "restart of " : "";
  return `${ring}: ${how}${[...groups].join(", ")}${approval === null ? "" : ` (approved: ${approval})`}`;
}

function cells({ entry, zone, groups, places }: Row): string[] {
  const start = Temporal.Instant.from(entry.starts).toZonedDateTimeISO("UTC");
  const utc = zone === "UTC" ? "" : `${DAYS[start.dayOfWeek - 1] ?? ""} ${entry.starts.slice(11, 16)} UTC`;
  return [local(entry, zone), zone, utc, whereText(places), whatText(entry, groups)];
}

/** Runs as a table: in the window's zone, in UTC, where, what; a held one with its reason below. */
export function renderCalendar(plan: Plan, entries: readonly CalendarEntry[], colours: Paint): string {
  const rows = rowsOf(plan, entries);
  if (rows.length === 0) return "nothing runs in this time";
  const lines = columns(rows.map(cells));
  return rows
    .flatMap(({ entry }, place) => {
      const line = (lines[place] ?? []).join("\n");
      if (entry.held !== null) return [colours.dim(line), `  ${colours.yellow("held")}  ${entry.held}`];
      return entry.awaits === null ? [line] : [line, `  ${colours.dim("after")} ${entry.awaits}`];
    })
    .join("\n");
}

/** The next runs only: the first few of each ring and of the scan, in order of time. */
export function nextRuns(entries: readonly CalendarEntry[], each: number): CalendarEntry[] {
  const seen = new Map<string, Set<string>>();
  return entries.filter(({ ring, starts }) => {
    const times = seen.get(ring ?? "scan") ?? new Set<string>();
    seen.set(ring ?? "scan", times);
    if (times.size < each || times.has(starts)) times.add(starts);
    return times.has(starts);
  });
}
