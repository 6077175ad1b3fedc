import type { Approval, Changes } from "../../changes";
import { windowOf } from "../../plan/approval";
import { placesOf, type Place } from "../../places";
import type { Finding } from "../../problem";
import { ringOrders } from "../../ring-orders";
import { hourMillis, type RingWindow } from "../../schedule/ring";
import { startMillis } from "../../schedule/starts";
import type { Fleet } from "../../schema/fleet-file";
import { everywhere, type Here } from "../everywhere";
import { inChange, reviewedApprovals, type ChangeFinding } from "./change-finding";

/** AWS's own limits for one account and region. @see https://docs.aws.amazon.com/general/latest/gr/ssm.html */
const MOST = { windows: 50, atOnce: 5 } as const;
/** No window is open for longer. */
const LONGEST = 24 * hourMillis;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The most stretches at any one time while one of them lasts, that one included. */
function mostDuring(stretch: Stretch, others: readonly Stretch[]): number {
  const moments = [stretch, ...others].map(({ from }) => from).filter((at) => at >= stretch.from && at < stretch.to);
  return Math.max(...moments.map((at) => 1 + others.filter(({ from, to }) => from <= at && to > at).length));
}

/** How long an approval's window is there: from its approval, when it can first be applied, to its end. */
function lifeOf(approval: Approval): Stretch {
  const { from, to } = windowOf(approval);
  return { from: Math.min(from, Date.parse(approval.approved?.at ?? approval.window.at)), to };
}

function openAround({ from, to }: Stretch, windows: readonly RingWindow[]): Stretch[] {
  return windows.flatMap(({ schedule, zone, durationHours }) =>
    Array.from(startMillis(schedule, zone, from - LONGEST, to), (start) => ({
      from: start,
      to: start + durationHours * hourMillis,
    })),
  );
}

function told(place: Place, got: string, most: number, fix: string): Finding {
  return {
    path: ["window", "at"],
    got: `${got} in ${place.account} ${place.region}`,
    want: `at most ${most}, as AWS allows in an account and region`,
    fix,
  };
}

function judge(approval: Approval, here: Here, others: readonly Approval[], standing: readonly RingWindow[]): Finding[] {
  const findings: Finding[] = [];
  const windows = here.windows.length + mostDuring(lifeOf(approval), others.map(lifeOf));
  if (windows > MOST.windows) {
    findings.push(told(here.place, `${windows} windows`, MOST.windows, "Wait until other approvals are spent."));
  }
  const keys = new Set(here.windows.map(({ key }) => key));
  const own = windowOf(approval);
  const around = openAround(
    own,
    standing.filter(({ key }) => keys.has(key)),
  );
  const atOnce = mostDuring(own, [...around, ...others.map(windowOf)]);
  if (atOnce > MOST.atOnce) {
    findings.push(told(here.place, `${atOnce} windows open at once`, MOST.atOnce, "Choose another window."));
  }
  return findings;
}

/** Approvals with which a place has more windows than AWS allows, or more of them open at once than it runs. */
export function approvalLimits(fleet: Fleet, changes: Changes): ChangeFinding[] {
  if (changes.approvals.length === 0) return [];
  const places = everywhere(fleet);
  const standing = ringOrders(fleet).flatMap(({ windows, restarts }) => [...windows, ...(restarts ?? [])]);
  const isHere = (group: string, { place }: Here) => here(fleet, group).has(`${place.account} ${place.region}`);
  return reviewedApprovals(fleet, changes).flatMap(({ approval }) => {
    const others = (at: Here) => changes.approvals.filter((each) => each !== approval && isHere(each.group, at));
    // What one place passes, another most often passes too: once is enough.
    const found = places.filter((at) => isHere(approval.group, at)).map((at) => judge(approval, at, others(at), standing));
    return inChange(approval, found.find((findings) => findings.length > 0) ?? []);
  });
}

function here(fleet: Fleet, name: string): ReadonlySet<string> {
  const group = Object.hasOwn(fleet.groups, name) ? fleet.groups[name] : undefined;
  return new Set((group ? placesOf(fleet, group) : []).map(({ account, region }) => `${account} ${region}`));
}
