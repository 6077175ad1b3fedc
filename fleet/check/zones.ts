import { sortedKeys } from "../places";
import type { Finding, Path } from "../problem";
import { zoneFinding } from "../schedule/zone-finding";
import type { Fleet } from "../schema/fleet-file";
import { placed } from "./placed";

function judge(path: Path, zone: string | undefined): Finding[] {
  const found = zone === undefined ? null : zoneFinding(zone);
  return found ? placed(path, [found]) : [];
}

/** Time zones of rings, groups and freezes that AWS would not know. */
export function zones(fleet: Fleet): Finding[] {
  return [
    ...fleet.rings.flatMap((ring, place) => judge(["rings", place, "zone"], ring.zone)),
    ...sortedKeys(fleet.groups).flatMap((name) => [
      ...judge(["groups", name, "zone"], fleet.groups[name]?.zone),
      ...judge(["groups", name, "rebootWindow", "zone"], fleet.groups[name]?.rebootWindow?.zone),
    ]),
    ...fleet.freezes.flatMap((freeze, place) => judge(["freezes", place, "zone"], freeze.zone)),
  ];
}
