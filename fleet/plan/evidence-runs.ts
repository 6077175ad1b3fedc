import { Temporal } from "temporal-polyfill";
import type { RingPlan } from "./ring";
import { placesOf } from "../places";
import { starts } from "../schedule/starts";
import type { Fleet } from "../schema/fleet-file";

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

function startsOf(ring: RingPlan): ScheduleStarts[] {
  const from = Temporal.Instant.from(YEARS.from);
  const to = Temporal.Instant.from(YEARS.to);
  return ring.order.windows.map(({ key, schedule, zone }) => ({
    schedule: key,
    starts: Array.from(starts(schedule, zone, from, to), (start) => start.toString()),
  }));
}

function placesOfRing(fleet: Fleet, ring: RingPlan): SchedulePlace[] {
  return ring.windows.flatMap(({ key, groups, durationHours }) =>
    groups.flatMap((name) => {
      const group = fleet.groups[name];
      const places = group ? placesOf(fleet, group) : [];
      return places.map(({ account, region }) => ({
        schedule: key,
        accountid: fleet.accounts[account]?.id ?? "",
        region,
        patchgroup: group?.tag ?? name,
        ring: ring.name,
        hours: String(durationHours),
      }));
    }),
  );
}

/** The runs that are expected, the same whatever the day. Held ones are among them: a held run leaves a record too. */
export function planRuns(fleet: Fleet, rings: readonly RingPlan[]): EvidenceRuns {
  return { starts: rings.flatMap(startsOf), places: rings.flatMap((ring) => placesOfRing(fleet, ring)) };
}
