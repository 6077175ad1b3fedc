import { systemOf } from "../baseline-system";
import { serversIn, type Place } from "../places";
import { machinesOf } from "../plan/region";
import { isPredefined } from "../predefined";
import type { Finding, Path } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import { SYSTEMS } from "../systems";
import { everywhere, type Here } from "./everywhere";

/** AWS's own limits for one account and region. @see https://docs.aws.amazon.com/general/latest/gr/ssm.html */
const MOST = { windows: 50, tasks: 20, baselines: 50, groupsOfBaseline: 25, nodes: 2400 } as const;

function inWords(count: number): string {
  return count.toLocaleString("en");
}

function beyond(path: Path, place: Place, count: number, most: number, what: string, fix: string): Finding[] {
  if (count <= most) return [];
  return [
    {
      path,
      got: `${inWords(count)} ${what} in ${place.account} ${place.region}`,
      want: `at most ${inWords(most)} in an account and region`,
      fix,
    },
  ];
}

function tasks({ place, windows }: Here): Finding[] {
  return windows.flatMap((window) => {
    const what = `groups in window ${window.key}, each a task,`;
    const fix = "Give some groups a schedule of their own, or another ring.";
    return beyond(["groups", window.groups[MOST.tasks] ?? ""], place, window.groups.length, MOST.tasks, what, fix);
  });
}

function baselines(fleet: Fleet, { place, groups }: Here): Finding[] {
  const used = new Map<string, number>();
  for (const [, group] of groups) for (const name of new Set(group.baselines)) used.set(name, (used.get(name) ?? 0) + 1);
  const own = [...used.keys()].filter((name) => !isPredefined(name) && systemOf(fleet, name) !== null);
  const systems = new Set(Object.values(fleet.groups).flatMap((group) => group.baselines.map((name) => systemOf(fleet, name))));
  const made = SYSTEMS.filter((system) => systems.has(system) && fleet.defaults[system] === undefined).length;
  const fix = "Let groups share baselines, or put groups into other accounts.";
  const all = beyond(["baselines"], place, own.length + made, MOST.baselines, "baselines, the defaults included,", fix);
  return [
    ...all,
    ...own.flatMap((name) => {
      const what = `groups with baseline ${name}`;
      const fix = "Give some of the groups a copy of the baseline under another name.";
      return beyond(["baselines", name], place, used.get(name) ?? 0, MOST.groupsOfBaseline, what, fix);
    }),
  ];
}

function nodes(fleet: Fleet, { place, groups }: Here): Finding[] {
  const counted = groups.reduce((sum, [, group]) => sum + (serversIn(group, place) ?? 0), 0);
  const uncounted = Object.values(fleet.hybrid)
    .filter((entry) => entry.account === place.account && entry.region === place.region)
    .filter((entry) => groups.some(([name, group]) => name === entry.group && serversIn(group, place) === null));
  const count = uncounted.reduce((sum, entry) => sum + machinesOf(entry), counted);
  const fix = "Spread the servers over more accounts or regions, or ask AWS for more and count per account.";
  return beyond(["accounts", place.account, "regions"], place, count, MOST.nodes, "servers", fix);
}

/** What passes AWS's limits of an account and region: windows, groups in a window, baselines, groups of a baseline, servers. */
export function placeLimits(fleet: Fleet): Finding[] {
  return everywhere(fleet).flatMap((here) => {
    const fix = "Let groups install in their ring's window.";
    return [
      ...beyond(["groups"], here.place, here.windows.length, MOST.windows, "windows", fix),
      ...tasks(here),
      ...baselines(fleet, here),
      ...nodes(fleet, here),
    ];
  });
}
