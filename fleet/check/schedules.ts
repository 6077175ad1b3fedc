import { sortedKeys } from "../places";
import type { Finding, Path } from "../problem";
import { parseWindowSchedule } from "../schedule/window-schedule";
import type { Fleet } from "../schema/fleet-file";
import { placed } from "./placed";

function judge(path: Path, text: string): Finding[] {
  const read = parseWindowSchedule(text);
  return read.ok ? [] : placed(path, read.findings);
}

/** Schedules of install and restart windows that say nothing, or what a window cannot do. */
export function schedules(fleet: Fleet): Finding[] {
  return [
    ...fleet.rings.flatMap((ring, place) => judge(["rings", place, "install"], ring.install)),
    ...sortedKeys(fleet.groups).flatMap((name) => {
      const { install, rebootWindow } = fleet.groups[name] ?? {};
      return [
        ...(install === undefined ? [] : judge(["groups", name, "install"], install)),
        ...(rebootWindow === undefined ? [] : judge(["groups", name, "rebootWindow", "at"], rebootWindow.at)),
      ];
    }),
  ];
}
