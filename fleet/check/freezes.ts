import { didYouMean, listed } from "../closest";
import type { Finding } from "../problem";
import { parseFreeze } from "../schedule/parse-freeze";
import { isZone } from "../schedule/zone";
import type { Fleet } from "../schema/fleet-file";
import type { FreezeEntry } from "../schema/freeze";
import { placed } from "./placed";
import { repeats } from "./repeats";

function strayRings(fleet: Fleet, freeze: FreezeEntry, place: number): Finding[] {
  const rings = fleet.rings.map((ring) => ring.name);
  return (freeze.rings ?? []).flatMap((ring, index): Finding[] => {
    if (rings.includes(ring)) return [];
    const fix = `${didYouMean(ring, rings)}Name a ring of this file.`;
    return [{ path: ["freezes", place, "rings", index], got: ring, want: `one of ${listed(rings)}`, fix }];
  });
}

/** Freezes that end before they begin, in words that say nothing, for rings that are not there, or twice under one name. */
export function freezes(fleet: Fleet): Finding[] {
  const twice = repeats(fleet.freezes, (freeze) => freeze.name).map((place) => ({
    path: ["freezes", place, "name"],
    got: `a second freeze ${fleet.freezes[place]?.name}`,
    want: "each freeze's name once",
    fix: "Rename one of the two freezes.",
  }));
  const each = fleet.freezes.flatMap((freeze, place) => {
    // A zone that is none is told by `zones`; the rest of the freeze can still be judged.
    const read = parseFreeze(isZone(freeze.zone) ? freeze : { ...freeze, zone: "UTC" });
    const path = ["freezes", place, ...("every" in freeze ? ["every"] : [])];
    const own = read.ok ? [] : placed(path, read.findings);
    return [...own, ...strayRings(fleet, freeze, place)];
  });
  return [...twice, ...each];
}
