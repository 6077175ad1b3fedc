import { Temporal } from "temporal-polyfill";
import { placesOf } from "../places";
import { starts } from "../schedule/starts";
import type { Fleet } from "../schema/fleet-file";
import type { ApprovalPlan } from "./approval";
import type { RingPlan } from "./ring";

/** When each schedule starts in the years that are written ahead. */
export interface ScheduleStarts {
  /** The window's key: the ring's name, or ring and group. */
  readonly schedule: string;
  /** RFC 3339 in UTC. */
  readonly starts: readonly string[];
}

/** Which group installs where, and by which schedule: one row of what central writes, all of it text. */
export interface SchedulePlace {
  readonly schedule: string;
  readonly accountid: string;
  readonly region: string;
  /** The group's tag value, as servers and their evidence carry it. */
  readonly patchgroup: string;
  readonly ring: string;
  readonly hours: string;
}

/** The runs that are expected: what central writes for the question that compares them with those that happened. */
export interface EvidenceRuns {
  readonly starts: readonly ScheduleStarts[];
  readonly places: readonly SchedulePlace[];
}

/** The years whose starts are written ahead. Fixed, so that the day of an `up` changes nothing. */
const YEARS = { from: "2026-01-01T00:00:00Z", to: "2031-01-01T00:00:00Z" };

/** A window with all that its runs are told by. */
interface Expected {
  readonly key: string;
  readonly groups: readonly string[];
  readonly ring: string;
  readonly durationHours: number;
}

function startsOf({ order }: RingPlan): ScheduleStarts[] {
  const from = Temporal.Instant.from(YEARS.from);
  const to = Temporal.Instant.from(YEARS.to);
  return [...order.windows, ...(order.restarts ?? [])].map(({ key, schedule, zone }) => ({
    schedule: key,
    starts: Array.from(starts(schedule, zone, from, to), (start) => start.toString()),
  }));
}

function placesOfWindow(fleet: Fleet, { key, groups, ring, durationHours }: Expected): SchedulePlace[] {
  return groups.flatMap((name) => {
    const group = fleet.groups[name];
    const places = group ? placesOf(fleet, group) : [];
    return places.map(({ account, region }) => ({
      schedule: key,
      accountid: fleet.accounts[account]?.id ?? "",
      region,
      patchgroup: group?.tag ?? name,
      ring,
      hours: String(durationHours),
    }));
  });
}

/**
 * The runs that are expected, the same whatever the day. Held ones are among them: a held run leaves a record too. So are those of
 * approvals, spent ones as well: one that brought no run is found afterwards.
 */
export function planRuns(fleet: Fleet, rings: readonly RingPlan[], approvals: readonly ApprovalPlan[] = []): EvidenceRuns {
  const standing = rings.flatMap(({ name, windows, restarts }) =>
    [...windows, ...restarts].map((window): Expected => ({ ...window, ring: name })),
  );
  const approved = approvals.map((approval): Expected => ({ ...approval, groups: [approval.group] }));
  return {
    starts: [...rings.flatMap(startsOf), ...approvals.map(({ key, at }) => ({ schedule: key, starts: [at] }))],
    places: [...standing, ...approved].flatMap((window) => placesOfWindow(fleet, window)),
  };
}
