import { sortedKeys } from "../places";
import type { Finding, Path } from "../problem";
import { parseWindowSchedule } from "../schedule/window-schedule";
import type { Fleet } from "../schema/fleet-file";
import { placed } from "./placed";

function judge(path: Path, text: string): Finding[] {
  const read = parseWindowSchedule(text);
  return read.ok ? [] : placed(path, read.findings);
}

/** Schedules of install windows that say nothing, or what a window cannot do. */
export function schedules(fleet: Fleet): Finding[] {
  return [
    ...fleet.rings.flatMap((ring, place) => judge(["rings", place, "install"], ring.install)),
    ...sortedKeys(fleet.groups).flatMap((name) => {
      const install = fleet.groups[name]?.install;
      return install === undefined ? [] : judge(["groups", name, "install"], install);
    }),
  ];
}
