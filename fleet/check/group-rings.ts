import { didYouMean, listed } from "../closest";
import { sortedKeys } from "../places";
import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";

/** A group in a ring that is not there. */
export function groupRings(fleet: Fleet): Finding[] {
  const rings = fleet.rings.map((ring) => ring.name);
  return sortedKeys(fleet.groups).flatMap((name) => {
    const ring = fleet.groups[name]?.ring;
    if (ring === undefined || rings.includes(ring)) return [];
    const fix = `${didYouMean(ring, rings)}Name a ring of this file.`;
    return [{ path: ["groups", name, "ring"], got: ring, want: `one of ${listed(rings)}`, fix }];
  });
}
