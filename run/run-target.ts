import { didYouMean, listed } from "../fleet/closest";
import type { Plan } from "../fleet/plan";
import type { GroupPlan } from "../fleet/plan/group";
import type { RegionPlan } from "../fleet/plan/region";
import type { MemberStack } from "../fleet/plan/stack";

/** What can be started by hand. */
export const OPERATIONS = ["scan", "install", "restart"] as const;

/** One of them. */
export type Operation = (typeof OPERATIONS)[number];

/** What a person typed. */
export interface RunTyped {
  readonly operation: string;
  readonly group: string;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly approval?: string | undefined;
}

/** What is started, decided by the plan alone. */
export interface RunTarget {
  readonly operation: Operation;
  readonly group: GroupPlan;
  /** The account's name in the fleet file, and its number. */
  readonly account: { readonly key: string; readonly id: string };
  readonly region: string;
  readonly tagKey: string;
  /** The runbook's physical name; null for a scan, which is a command. */
  readonly runbook: string | null;
  /** How many servers are expected there; null when the file does not say. */
  readonly servers: number | null;
  readonly reboot: string;
}

/** One clear line of what cannot be started. */
export class RunError extends Error {}

function operationOf(text: string): Operation {
  const found = OPERATIONS.find((each) => each === text);
  if (found === undefined) throw new RunError(`${text.slice(0, 40)}: wanted ${listed([...OPERATIONS])}`);
  return found;
}

function groupOf(plan: Plan, name: string): GroupPlan {
  const group = plan.groups.find((each) => each.name === name);
  if (group !== undefined) return group;
  const names = plan.groups.map((each) => each.name);
  throw new RunError(`no group ${name}: ${didYouMean(name, names)}there are ${listed(names, 12)}`);
}

interface Here {
  readonly stack: MemberStack;
  readonly region: RegionPlan;
}

/** The one place that is meant: a run is of one place, as credentials are of one account. */
function placeOf(plan: Plan, group: GroupPlan, { account, region }: RunTyped): Here {
  const places = group.places.filter(
    (place) =>
      (region === undefined || place.region === region) &&
      (account === undefined || place.account === account || idOf(plan, place.account) === account),
  );
  const [only, ...others] = places;
  const there = (list: typeof places) =>
    listed(
      list.map((place) => `--account ${place.account} --region ${place.region}`),
      8,
    );
  if (only === undefined) throw new RunError(`${group.name} has no servers there: it has them at ${there([...group.places])}`);
  if (others.length > 0) throw new RunError(`${group.name} has servers in ${places.length} places: name one, ${there(places)}`);
  for (const stack of plan.stacks) {
    if (stack.kind !== "member" || stack.account.key !== only.account) continue;
    const found = stack.member.regions.find((each) => each.region === only.region);
    if (found !== undefined) return { stack, region: found };
  }
  throw new RunError(`${group.name}: the plan has no stack for ${only.account} ${only.region}`);
}

const idOf = (plan: Plan, key: string): string | undefined => plan.stacks.find(({ account }) => account.key === key)?.account.id;

type Started = Pick<RunTarget, "runbook" | "servers" | "reboot">;

function approvedRun(plan: Plan, group: GroupPlan, { region }: Here, operation: Operation, key: string): Started {
  const approval = plan.approvals.find((each) => each.key === key && each.group === group.name);
  const keys = plan.approvals.filter((each) => each.group === group.name && !each.spent).map((each) => each.key);
  if (approval === undefined)
    throw new RunError(
      `no approval ${key} of ${group.name}: ${keys.length > 0 ? `there are ${listed(keys)}` : "none is approved"}`,
    );
  if (approval.spent) throw new RunError(`${key} is spent: its window ended at ${approval.ends}; review ${group.name} again`);
  const run = region.windows.find((window) => window.key === key)?.runs.find((each) => each.group === group.name);
  if (run === undefined) throw new RunError(`${key} has no run in ${region.region}`);
  if (run.operation !== operation)
    throw new RunError(`${key} approves another thing: fleet run ${run.operation} ${group.name} --approval ${key}`);
  return { runbook: run.runbook, servers: run.servers, reboot: run.operation === "restart" ? "restarts them" : run.reboot };
}

function standingInstall(plan: Plan, group: GroupPlan, { region }: Here): Started {
  if (group.sensitive) {
    const keys = plan.approvals.filter((each) => each.group === group.name && !each.spent).map((each) => each.key);
    const there = keys.length > 0 ? `name one with --approval: ${listed(keys)}` : `none is approved: fleet review ${group.name}`;
    throw new RunError(`${group.name} is under review and installs from an approval only; ${there}`);
  }
  const run = region.windows
    .flatMap(({ runs }) => runs)
    .find((each) => each.group === group.name && each.operation === "install");
  if (run === undefined) throw new RunError(`${group.name} has no install window in ${region.region}`);
  return { runbook: run.runbook, servers: run.servers, reboot: run.reboot };
}

function standingRestart(group: GroupPlan, { region }: Here): Started {
  const restart = region.restarts.find((each) => each.group === group.name);
  if (restart === undefined)
    throw new RunError(
      `${group.name} has no restart window here: give it a \`rebootWindow\` in the fleet file, or approve a restart (\`reboot: true\`) and name it with --approval`,
    );
  return { runbook: restart.runbook, servers: restart.servers, reboot: "restarts those that wait for it" };
}

function expected(group: GroupPlan, account: string, region: string): number | null {
  return group.counts.find((each) => each.account === account && each.region === region)?.servers ?? null;
}

/** Decides what is started. Fails with one line that names what it got and what there is. */
export function runTarget(plan: Plan, typed: RunTyped): RunTarget {
  const operation = operationOf(typed.operation);
  const group = groupOf(plan, typed.group);
  const here = placeOf(plan, group, typed);
  const { key, id } = here.stack.account;
  const where = { operation, group, account: { key, id }, region: here.region.region, tagKey: plan.tagKey };
  if (operation === "scan")
    return { ...where, runbook: null, servers: expected(group, key, here.region.region), reboot: "NoReboot" };
  if (typed.approval !== undefined) return { ...where, ...approvedRun(plan, group, here, operation, typed.approval) };
  return { ...where, ...(operation === "install" ? standingInstall(plan, group, here) : standingRestart(group, here)) };
}
