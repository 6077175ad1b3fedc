import type { Approval, Changes } from "../../changes";
import type { Place } from "../../places";
import { windowOf } from "../../plan/approval";
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
  const near = others.filter(({ from, to }) => from < stretch.to && to > stretch.from);
  const moments = [stretch, ...near].map(({ from }) => Math.max(from, stretch.from));
  return Math.max(...moments.map((at) => 1 + near.filter(({ from, to }) => from <= at && to > at).length));
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

/** An approval with the stretches that count: while its window is there, and while it is open. */
interface Counted {
  readonly approval: Approval;
  readonly life: Stretch;
  readonly open: Stretch;
}

function judge(counted: Counted, here: Here, all: readonly Counted[], standing: readonly RingWindow[]): Finding[] {
  const findings: Finding[] = [];
  const others = all.filter((each) => each !== counted);
  const lives = others.map(({ life }) => life);
  const windows = here.windows.length + mostDuring(counted.life, lives);
  if (windows > MOST.windows) {
    findings.push(told(here.place, `${windows} windows`, MOST.windows, "Wait until other approvals are spent."));
  }
  const around = openAround(counted.open, standing);
  const atOnce = mostDuring(counted.open, [...around, ...others.map(({ open }) => open)]);
  if (atOnce > MOST.atOnce) {
    findings.push(told(here.place, `${atOnce} windows open at once`, MOST.atOnce, "Choose another window."));
  }
  return findings;
}

/** Approvals with which a place has more windows than AWS allows, or more of them open at once than it runs. */
export function approvalLimits(fleet: Fleet, changes: Changes): ChangeFinding[] {
  const counted = reviewedApprovals(fleet, changes).map(({ approval }) => ({
    approval,
    life: lifeOf(approval),
    open: windowOf(approval),
  }));
  if (counted.length === 0) return [];
  const windows = ringOrders(fleet).flatMap((order) => [...order.windows, ...(order.restarts ?? [])]);
  const found = new Map<Approval, readonly Finding[]>();
  for (const here of everywhere(fleet)) {
    const groups = new Set(here.groups.map(([name]) => name));
    const all = counted.filter(({ approval }) => groups.has(approval.group));
    const keys = new Set(here.windows.map(({ key }) => key));
    const standing = windows.filter(({ key }) => keys.has(key));
    for (const each of all) {
      // What one place passes, another most often passes too: once is enough.
      const findings = found.has(each.approval) ? [] : judge(each, here, all, standing);
      if (findings.length > 0) found.set(each.approval, findings);
    }
  }
  return [...found].flatMap(([approval, findings]) => inChange(approval, findings));
}
