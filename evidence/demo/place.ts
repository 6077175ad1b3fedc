import { Temporal } from "temporal-polyfill";
import { calendar, type CalendarEntry } from "../../fleet/calendar";
import type { Place } from "../../fleet/places";
import type { Plan } from "../../fleet/plan";
import type { GroupPlan } from "../../fleet/plan/group";
import type { AzureMachine } from "../../fleet/schema/hybrid";
import { DAY, HOUR, PAST, wholeSecond } from "./instant";
import { runOf, type DemoRun } from "./run";

/** One group in one account and region, with what the demo needs to know of it. */
export interface DemoPlace {
  /** The account's id. */
  readonly account: string;
  /** The account's name in the fleet file. */
  readonly accountKey: string;
  readonly region: string;
  readonly group: GroupPlan;
  /** How many servers are expected, machines of Azure included. */
  readonly servers: number;
  readonly machines: readonly AzureMachine[];
  /** Whether it is the first of its account: some of its nodes have ids that another account has too. */
  readonly first: boolean;
  /** What became of its windows, oldest first. */
  readonly runs: readonly DemoRun[];
  /** When its installs ended, oldest first, in milliseconds since 1970. */
  readonly installs: readonly number[];
  /** When its last scan or install ended. */
  readonly scanned: number;
}

/** How many servers stand for a group that the file gives no count for. */
const UNCOUNTED = 10;

/** When a group's servers were patched where no window says so: a review group after each approval. */
const APPROVALS = [33, 12].map((days) => days * DAY + 7 * HOUR);

/** What the fleet's calendar had for each place, by account, region and group; scans under the empty group. */
function happenings(plan: Plan, asOf: number): Map<string, CalendarEntry[]> {
  const found = new Map<string, CalendarEntry[]>();
  const from = Temporal.Instant.fromEpochMilliseconds(asOf - PAST);
  for (const entry of calendar(plan, from, Temporal.Instant.fromEpochMilliseconds(asOf - 3 * HOUR))) {
    const key = `${entry.account} ${entry.region} ${entry.group ?? ""}`;
    found.set(key, [...(found.get(key) ?? []), entry]);
  }
  return found;
}

function machinesIn(plan: Plan, account: string, region: string, tag: string): AzureMachine[] {
  return plan.stacks.flatMap((stack) =>
    stack.kind === "hybrid" && stack.account.key === account && stack.hybrid.region === region && stack.hybrid.tag === tag
      ? (stack.hybrid.azure?.machines ?? [])
      : [],
  );
}

/** How many servers a group has in a place: what the file says of it, or a fair part of what it says of more places. */
function serversIn(group: GroupPlan, place: Place): number {
  const within = (account: string | null, region: string | null) =>
    group.places.filter((each) => (account ?? each.account) === each.account && (region ?? each.region) === each.region);
  const parts = group.counts.map(({ account, region, servers }) => {
    const places = within(account, region);
    const at = places.findIndex((each) => each.account === place.account && each.region === place.region);
    return at === -1 ? null : Math.floor(((at + 1) * servers) / places.length) - Math.floor((at * servers) / places.length);
  });
  return parts.find((part) => part !== null) ?? UNCOUNTED;
}

/** The newest instant of several that is young enough to be fresh; else one of two days ago. */
function freshest(instants: readonly number[], asOf: number): number {
  const fresh = instants.filter((instant) => instant > asOf - 6 * DAY).toSorted((a, b) => a - b);
  return fresh.at(-1) ?? asOf - 2 * DAY;
}

/** Every place of a fleet, in the order of groups, accounts and regions. */
export function demoPlaces(plan: Plan, asOf: number, seed: number): DemoPlace[] {
  const ids = new Map(plan.stacks.map(({ account }) => [account.key, account.id]));
  const past = happenings(plan, asOf);
  const seen = new Set<string>();
  return plan.groups.flatMap((group) =>
    group.places.map((at): DemoPlace => {
      const { account, region } = at;
      const first = !seen.has(account);
      seen.add(account);
      const expected = serversIn(group, at);
      const entries = past.get(`${account} ${region} ${group.name}`) ?? [];
      const runs = entries.map((entry) => runOf(seed, entry, expected));
      const planned = runs
        .filter(
          ({ outcome }, place) => entries[place]?.operation === "install" && (outcome === "succeeded" || outcome === "failed"),
        )
        .map(({ ended }) => ended);
      const installs = group.sensitive ? APPROVALS.map((ago) => wholeSecond(asOf - ago)) : planned;
      const scans = (past.get(`${account} ${region} `) ?? []).map(({ starts }) => Date.parse(starts));
      return {
        account: ids.get(account) ?? "",
        accountKey: account,
        region,
        group,
        servers: expected,
        machines: machinesIn(plan, account, region, group.tag),
        first,
        runs,
        installs,
        scanned: freshest([...installs, ...scans], asOf),
      };
    }),
  );
}

/** The same places with another number of servers in all, shared out in proportion, to the server. */
export function scaled(places: readonly DemoPlace[], servers: number): DemoPlace[] {
  const all = places.reduce((sum, place) => sum + place.servers, 0);
  let before = 0;
  return places.map((place) => {
    const from = Math.round((before * servers) / all);
    before += place.servers;
    return { ...place, servers: Math.round((before * servers) / all) - from };
  });
}
