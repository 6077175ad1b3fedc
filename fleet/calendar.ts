import { Temporal } from "temporal-polyfill";
import type { Plan } from "./plan";
import type { MemberStack } from "./plan/stack";
import { parseSchedule } from "./schedule/parse-schedule";
import type { RingRun } from "./schedule/ring";
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
  readonly operation: "scan" | "install";
  /** Why nothing is installed; null when it runs. */
  readonly held: string | null;
}

/** How long a scan of everything is shown to take, in hours: an association has no end of its own. */
const SCAN_HOURS = 1;

function membersOf(plan: Plan): MemberStack[] {
  return plan.stacks.filter((stack) => stack.kind === "member");
}

/** What holds a run beside the calendar: a hold by people, or a release that evidence has yet to open. */
function heldBesides(plan: Plan, ring: string): string | null {
  const found = plan.rings.find((candidate) => candidate.name === ring);
  if (found?.held) return found.held;
  return found?.prove === "evidence" ? `waits for evidence from ${found.after}` : null;
}

/** What happens at one time, in every place that it happens in. */
type Happening = Pick<CalendarEntry, "starts" | "ends" | "operation" | "held"> & {
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
    where,
  }));
}

/** In which places each window installs, by its key. */
function placesOfWindows(plan: Plan): Map<string, Happening["where"][number][]> {
  const places = new Map<string, Happening["where"][number][]>();
  for (const { account, member } of membersOf(plan)) {
    for (const { region, windows } of member.regions) {
      for (const { key, runs } of windows) {
        const here = runs.map(({ ring, group }) => ({ ring, group, account: account.key, region }));
        places.set(key, (places.get(key) ?? []).concat(here));
      }
    }
  }
  return places;
}

function installs(plan: Plan, runs: readonly RingRun[]): Happening[] {
  const places = placesOfWindows(plan);
  return runs.map((run) => ({
    at: run.start.epochMilliseconds,
    starts: run.start.toString(),
    ends: run.end.toString(),
    operation: "install",
    held: run.held ?? heldBesides(plan, run.ring),
    where: places.get(run.window) ?? [],
  }));
}

/** Every run of a plan that starts from one instant (included) to another (not included), in order of time. */
export function calendar(plan: Plan, from: Temporal.Instant, to: Temporal.Instant): CalendarEntry[] {
  const orders = plan.rings.map((ring) => ring.order);
  const all = [...scans(plan, from, to), ...installs(plan, ringRuns(orders, from, to))];
  return all
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ where, starts: begins, ends, operation, held }) =>
      where.map(({ ring, group, account, region }) => ({ ring, group, account, region, starts: begins, ends, operation, held })),
    );
}
