import { sortedKeys } from "../places";
import { restartCapacity } from "../plan/restart";
import type { Finding, Path } from "../problem";
import { restartWindows } from "../restart-windows";
import type { Fleet } from "../schema/fleet-file";
import type { Group } from "../schema/group";
import { placed } from "./placed";
import { repeats } from "./repeats";

function waves(group: Group, path: Path): Finding[] {
  const order = group.rebootOrder ?? [];
  return repeats(order, ({ tag, value }) => `${tag}=${value}`).map((place) => ({
    path: [...path, "rebootOrder", place],
    got: `${order[place]?.tag}=${order[place]?.value} once more`,
    want: "each wave once",
    fix: "Remove one of the two.",
  }));
}

function useless(group: Group, path: Path): Finding[] {
  if (group.rebootOrder === undefined || group.rebootWindow !== undefined || group.review === "required") return [];
  const want = "a restart window: this group installs by schedule, and restarts by none";
  const fix = "Add `rebootWindow:`, or remove `rebootOrder`.";
  return [{ path: [...path, "rebootOrder"], got: "an order without a restart", want, fix }];
}

/** Restart windows in which not even one server can be done. */
function tooShort(fleet: Fleet): Finding[] {
  return restartWindows(fleet)
    .filter(({ duration, cutoff }) => duration >= 1 && duration <= 24 && cutoff < duration)
    .flatMap((window) => {
      const group = window.own === null ? undefined : fleet.groups[window.own];
      if (!group) return [];
      return placed(["groups", window.own ?? "", "rebootWindow"], restartCapacity(fleet, window, group).findings);
    });
}

/** Waves that stand twice or restart nothing, and restart windows that are too short for one server. */
export function restarts(fleet: Fleet): Finding[] {
  const each = sortedKeys(fleet.groups).flatMap((name) => {
    const group = fleet.groups[name];
    return group ? [...waves(group, ["groups", name]), ...useless(group, ["groups", name])] : [];
  });
  return [...each, ...tooShort(fleet)];
}
