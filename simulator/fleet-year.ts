import type { Changes } from "../fleet/changes";
import { decide } from "../fleet/plan";
import { holdsOf } from "../fleet/schedule/hold";
import type { Fleet } from "../fleet/schema/fleet-file";
import { reviewedYear } from "./approvals";
import { fateOf } from "./fate";
import { pictureOf, type PictureRow } from "./picture";
import { simulate, type Year } from "./year";

/** A fleet's year, told as a picture. */
export interface FleetYear {
  readonly year: Year;
  readonly rows: readonly PictureRow[];
}

const WEEK = 7 * 24 * 3_600_000;

/** Some weeks of a fleet from an instant on (milliseconds since 1970), as they may go with this seed. */
export function fleetYear(fleet: Fleet, changes: Changes, from: number, weeks: number, seed: number): FleetYear {
  const to = from + weeks * WEEK;
  const plan = decide(fleet, reviewedYear(fleet, changes, from, to), new Date(from).toISOString());
  const year = simulate({ plan, fate: fateOf(seed), from, to });
  const holds = holdsOf(plan.rings.map(({ order }) => order));
  return { year, rows: pictureOf(plan, year, ({ ring, at }) => holds.byFreeze(ring, at) === null) };
}
