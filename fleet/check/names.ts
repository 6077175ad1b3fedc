import { sortedKeys } from "../places";
import type { Finding } from "../problem";
import { standingWindows } from "../restart-windows";
import type { Fleet } from "../schema/fleet-file";
import { SYSTEMS, systemSlug } from "../systems";
import { repeats } from "./repeats";

function stacks(fleet: Fleet): Finding[] {
  return sortedKeys(fleet.hybrid)
    .filter((name) => Object.hasOwn(fleet.accounts, name))
    .map((name) => ({
      path: ["hybrid", name],
      got: `${name}, which is an account's name too`,
      want: "a name of its own: each is a stack",
      fix: "Rename the hybrid machines, such as `azure-prod`.",
    }));
}

function windows(fleet: Fleet): Finding[] {
  const all = standingWindows(fleet);
  return repeats(all, (window) => window.key).flatMap((place): Finding[] => {
    const window = all[place];
    const own = window?.own ?? all.find((other) => other.key === window?.key)?.own;
    if (!window || own === undefined || own === null) return [];
    return [
      {
        path: ["groups", own],
        got: `a window ${window.key}, the name of another window`,
        want: "each window's name once: a ring's own, ring and group for a group with a schedule, `restart` and group",
        fix: "Rename the group or the ring.",
      },
    ];
  });
}

function baselines(fleet: Fleet): Finding[] {
  const made = SYSTEMS.map((system) => `default-${systemSlug(system)}`);
  return sortedKeys(fleet.baselines)
    .filter((name) => made.includes(name))
    .map((name) => ({
      path: ["baselines", name],
      got: name,
      want: "another name: the fleet gives this one to a default of its own",
      fix: "Rename it, and name it under `defaults` if that is what it is for.",
    }));
}

/** The calendar of a ring's urgent approvals is named after the ring. */
function calendars(fleet: Fleet): Finding[] {
  const rings = fleet.rings.map(({ name }) => name);
  return fleet.rings.flatMap(({ name }, place): Finding[] => {
    const other = name.endsWith("-urgent") ? name.slice(0, -"-urgent".length) : "";
    if (!rings.includes(other)) return [];
    const want = `another name: the calendar for urgent approvals of ring ${other} has this one`;
    return [{ path: ["rings", place, "name"], got: name, want, fix: "Rename one of the two rings." }];
  });
}

/** Names that would make two things one: stacks, windows, baselines, calendars. */
export function names(fleet: Fleet): Finding[] {
  return [...stacks(fleet), ...windows(fleet), ...baselines(fleet), ...calendars(fleet)];
}
