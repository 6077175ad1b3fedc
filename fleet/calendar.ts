import { Temporal } from "temporal-polyfill";
import type { Plan } from "./plan";
import type { MemberStack } from "./plan/stack";
import { parseSchedule } from "./schedule/parse-schedule";
import { ringRuns } from "./schedule/ring-runs";
import { starts } from "./schedule/starts";

/** One run of the calendar: a scan of a region, or an install of a group in a place. */
export interface CalendarEntry {
  /** Null for a scan. */
  readonly ring: string | null;
  /** Null for a scan. */
  readonly group: string | null;
  /** The account's name in the fleet file. */
  readonly account: string;
  readonly region: string;
  /** Instants in UTC, RFC 3339. */
  readonly starts: string;
  readonly ends: string;
  readonly operation: "scan" | "install" | "restart";
  /** Why nothing is installed or restarted; null when it runs. */
  readonly held: string | null;
  /** What must have come first, which no calendar knows: evidence from the ring before. Null where nothing must, and for a held run. */
  readonly awaits: string | null;
  /** The approval whose window it is, by its key; null for what comes again. */
  readonly approval: string | null;
}

/** How long a scan of everything is shown to take, in hours: an association has no end of its own. */
const SCAN_HOURS = 1;

function membersOf(plan: Plan): MemberStack[] {
  return plan.stacks.filter((stack) => stack.kind === "member");
}

/** What a run of a ring waits for beside the calendar: a hold by people holds it, evidence has yet to tell. */
function beside(plan: Plan, ring: string, heldByCalendar: string | null): Pick<CalendarEntry, "held" | "awaits"> {
  const found = plan.rings.find((candidate) => candidate.name === ring);
  const held = heldByCalendar ?? found?.held ?? null;
  return { held, awaits: held === null && found?.prove === "evidence" ? `evidence from ${found.after}` : null };
}

/** What happens at one time, in every place that it happens in. */
type Happening = Pick<CalendarEntry, "starts" | "ends" | "operation" | "held" | "awaits" | "approval"> & {
  readonly at: number;
  readonly where: readonly Pick<CalendarEntry, "ring" | "group" | "account" | "region">[];
};

function scans(plan: Plan, from: Temporal.Instant, to: Temporal.Instant): Happening[] {
  const schedule = parseSchedule(plan.scan.schedule);
  if (!schedule.ok || schedule.value.kind === "rate") return [];
  const where = membersOf(plan).flatMap(({ account, regions }) =>
    regions.map((region) => ({ ring: null, group: null, account: account.key, region })),
  );
  return Array.from(starts(schedule.value, "UTC", from, to), (start) => ({
    at: start.epochMilliseconds,
    starts: start.toString(),
    ends: start.add({ hours: SCAN_HOURS }).toString(),
    operation: "scan",
    held: null,
    awaits: null,
    approval: null,
    where,
  }));
}

type Places = ReadonlyMap<string, Happening["where"]>;

/** In which places each window does something, by its key. */
function placesOfWindows(plan: Plan): Places {
  const places = new Map<string, Happening["where"]>();
  for (const { account, member } of membersOf(plan)) {
    for (const { region, windows, restarts } of member.regions) {
      const restarting = restarts.map((restart) => ({ key: restart.window.key, runs: [restart] }));
      for (const { key, runs } of [...windows, ...restarting]) {
        const here = runs.map(({ ring, group }) => ({ ring, group, account: account.key, region }));
        places.set(key, (places.get(key) ?? []).concat(here));
      }
    }
  }
  return places;
}

/** The runs of standing windows: installs by the order of the rings, restarts by the freezes and that order alike. */
function standing(
  plan: Plan,
  places: Places,
  operation: "install" | "restart",
  from: Temporal.Instant,
  to: Temporal.Instant,
): Happening[] {
  const orders = plan.rings.map(({ order }) => order);
  return ringRuns(orders, from, to, operation).map((run) => ({
    at: run.start.epochMilliseconds,
    starts: run.start.toString(),
    ends: run.end.toString(),
    operation,
    ...beside(plan, run.ring, run.held),
    approval: null,
    where: places.get(run.window) ?? [],
  }));
}

/** The runs of live approvals. That neither a freeze nor the order of the rings holds them was checked with the approval. */
function approved(plan: Plan, places: Places, from: Temporal.Instant, to: Temporal.Instant): Happening[] {
  return plan.approvals
    .map((approval) => ({ ...approval, millis: Date.parse(approval.at) }))
    .filter(({ spent, millis }) => !spent && millis >= from.epochMilliseconds && millis < to.epochMilliseconds)
    .map(({ key, ring, kind, at, ends, millis }) => ({
      at: millis,
      starts: at,
      ends,
      operation: kind === "reboot" ? "restart" : "install",
      ...beside(plan, ring, null),
      approval: key,
      where: places.get(key) ?? [],
    }));
}

/** Every run of a plan that starts from one instant (included) to another (not included), in order of time. */
export function calendar(plan: Plan, from: Temporal.Instant, to: Temporal.Instant): CalendarEntry[] {
  const places = placesOfWindows(plan);
  const all = [
    ...scans(plan, from, to),
    ...standing(plan, places, "install", from, to),
    ...standing(plan, places, "restart", from, to),
    ...approved(plan, places, from, to),
  ];
  return all
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ where, starts: begin, ends, operation, held, awaits, approval }) =>
      // Named one by one: spreading two objects into one takes ten times as long, and a large fleet has 262,000 runs a year.
      where.map(({ ring, group, account, region }) => ({
        ring,
        group,
        account,
        region,
        starts: begin,
        ends,
        operation,
        held,
        awaits,
        approval,
      })),
    );
}
