import { Temporal } from "temporal-polyfill";
import { calendar } from "../calendar";
import type { Plan } from "../plan";
import type { CentralPlan } from "../plan/central";
import type { MemberStack } from "../plan/stack";

/** What of a fleet costs money, counted: by the month where it happens again and again. */
export interface Quantities {
  readonly servers: number;
  /** Machines outside AWS on the advanced tier. */
  readonly advancedNodes: number;
  readonly advancedParameters: number;
  /** Runs of groups in places, a month. */
  readonly runs: number;
  /** The same by account: what is free is free for each. */
  readonly runsOfAccounts: readonly number[];
  /** Servers reached by runs, a month: each run counts all servers of its group. */
  readonly serverRuns: number;
  /** Keys, alarms, mail addresses and notices a month of central. */
  readonly keys: number;
  readonly alarms: number;
  readonly addresses: number;
  readonly notices: number;
  readonly hasLake: boolean;
  readonly retentionDays: number;
  readonly findings: boolean;
  /** Places that are scanned, and scans a month in each. */
  readonly scans: number;
}

const DAYS = 365;
const MONTHS = 12;

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function members(plan: Plan): MemberStack[] {
  return plan.stacks.filter((stack) => stack.kind === "member");
}

function centralOf(plan: Plan): CentralPlan | null {
  for (const stack of plan.stacks) if (stack.kind !== "hybrid" && stack.central) return stack.central;
  return null;
}

/** The servers of each group in each place where it installs, by `account region group`; 0 where nobody counted. */
function serversOfRuns(plan: Plan): Map<string, number> {
  const found = new Map<string, number>();
  for (const { account, member } of members(plan))
    for (const { region, windows } of member.regions)
      for (const { runs } of windows)
        for (const { group, servers } of runs) found.set(`${account.key} ${region} ${group}`, servers ?? 0);
  return found;
}

function runsOf(plan: Plan): Pick<Quantities, "runs" | "runsOfAccounts" | "serverRuns" | "scans"> {
  const from = Temporal.Instant.from(plan.asOf);
  const year = calendar(plan, from, from.add({ hours: 24 * DAYS }));
  const installs = year.filter(({ operation }) => operation === "install");
  const servers = serversOfRuns(plan);
  const byAccount = new Map<string, number>();
  for (const { account } of installs) byAccount.set(account, (byAccount.get(account) ?? 0) + 1);
  return {
    runs: installs.length / MONTHS,
    runsOfAccounts: [...byAccount.values()].map((count) => count / MONTHS),
    serverRuns: sum(installs.map(({ account, region, group }) => servers.get(`${account} ${region} ${group}`) ?? 0)) / MONTHS,
    scans: year.filter(({ operation }) => operation === "scan").length / MONTHS,
  };
}

/** Machines of the places that are on the advanced tier: all of a place are, once one needs it. */
function advancedNodes(plan: Plan): number {
  const places = members(plan).flatMap(({ account, member }) =>
    member.regions.flatMap(({ region, tier }) => (tier === "advanced" ? [`${account.id} ${region}`] : [])),
  );
  const here = plan.stacks.flatMap((stack) =>
    stack.kind === "hybrid" && places.includes(`${stack.account.id} ${stack.hybrid.region}`) ? [stack.hybrid.limit] : [],
  );
  return sum(here);
}

function noticesAMonth(plan: Plan, runs: number): number {
  const windows = new Set(
    members(plan).flatMap(({ member }) => member.regions.flatMap((region) => region.windows.map(({ key }) => key))),
  );
  const places = sum(
    members(plan).map(({ member }) => sum(member.regions.map(({ windows: all }) => sum(all.map((each) => each.runs.length))))),
  );
  return places === 0 ? 0 : (runs / places) * windows.size;
}

/** Counts what of a fleet costs money. */
export function quantitiesOf(plan: Plan): Quantities {
  const central = centralOf(plan);
  const { alerts = null, evidence = null } = central ?? {};
  const runs = runsOf(plan);
  const shared = central?.share
    ? [...central.definitions, ...central.releases.flatMap(({ proved }) => (proved ? [1, 1] : [1]))]
    : [];
  return {
    ...runs,
    servers: sum(plan.groups.flatMap(({ counts }) => counts.map(({ servers }) => servers))),
    advancedNodes: advancedNodes(plan),
    advancedParameters: shared.length,
    keys: [alerts, evidence].filter((each) => each !== null).length,
    alarms: alerts?.history ? 2 : 0,
    addresses: new Set(alerts?.contacts.flatMap(({ mail }) => mail)).size,
    notices: alerts ? noticesAMonth(plan, runs.runs) : 0,
    hasLake: evidence !== null,
    retentionDays: evidence?.retention ?? 0,
    findings: members(plan).some(({ member }) => member.findings),
  };
}
