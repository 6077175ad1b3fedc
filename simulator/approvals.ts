import { systemOf } from "../fleet/baseline-system";
import type { Approval, Changes } from "../fleet/changes";
import { manifestOf, type Patch } from "../fleet/manifest";
import { isSensitive, sortedKeys } from "../fleet/places";
import { ringOrders } from "../fleet/ring-orders";
import { holdsOf } from "../fleet/schedule/hold";
import { rfc3339 } from "../fleet/schedule/rfc3339";
import type { Fleet } from "../fleet/schema/fleet-file";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A review group gets something to approve this often, in days. */
const EVERY = 28;
const WINDOW_HOURS = 4;
/** How long an approval outlives its window's start, in hours, by turns: its window alone, or a day. */
const LIVES = [24, WINDOW_HOURS] as const;
/** A reviewer looks no longer for a day without a freeze, in days. */
const LONGEST_SEARCH = 21;

function patchesOf(fleet: Fleet, baselines: readonly string[], place: number): Patch[] {
  const systems = baselines.map((name) => systemOf(fleet, name));
  const windows = systems.includes("WINDOWS") ? [{ id: `KB50${34_000 + place}` }] : [];
  const linux = systems.some((system) => system !== "WINDOWS");
  return [...windows, ...(linux ? [{ id: "openssl.amd64", title: `openssl.amd64:3.0.2-0ubuntu1.${place + 1}` }] : [])];
}

/** An approval as a careful reviewer writes it: outside freezes, two days ahead, and gone with its window or a day after its start. */
function approval(fleet: Fleet, name: string, at: number, place: number): Approval {
  const group = fleet.groups[name];
  const [by = "a reviewer"] = group?.approvers ?? [];
  const patches = patchesOf(fleet, group?.baselines ?? [], place);
  const key = `${rfc3339(at).slice(0, 10)}-${name}`;
  return {
    key,
    file: `changes/approvals/${key}.yaml`,
    source: null,
    group: name,
    why: "made up by the simulator",
    window: { at: rfc3339(at), duration: WINDOW_HOURS, cutoff: 1 },
    requested: { by: "the simulator", at: rfc3339(at - 3 * DAY) },
    approved: { by: [by], at: rfc3339(at - 2 * DAY) },
    expires: rfc3339(at + (LIVES[place % LIVES.length] ?? WINDOW_HOURS) * HOUR),
    urgent: false,
    patches,
    digest: manifestOf(patches).digest,
  };
}

/** The changes of a fleet, and an approval every four weeks for each group under review that has none of its own. */
export function reviewedYear(fleet: Fleet, changes: Changes, from: number, to: number): Changes {
  const holds = holdsOf(ringOrders(fleet));
  const added = sortedKeys(fleet.groups).flatMap((name, number) => {
    const group = fleet.groups[name];
    if (!group || !isSensitive(group) || changes.approvals.some((own) => own.group === name)) return [];
    const first = Math.ceil(from / DAY) * DAY + 3 * DAY + (8 + (number % 4)) * HOUR;
    const times = Array.from(
      { length: Math.max(0, Math.ceil((to - first) / (EVERY * DAY))) },
      (_, place) => first + place * EVERY * DAY,
    );
    return times.flatMap((time, place) => {
      const days = Array.from({ length: LONGEST_SEARCH }, (_, day) => time + day * DAY);
      const at = days.find((day) => holds.byFreeze(group.ring, day) === null);
      return at === undefined || at + WINDOW_HOURS * HOUR > to ? [] : [approval(fleet, name, at, place)];
    });
  });
  return { ...changes, approvals: [...changes.approvals, ...added] };
}
