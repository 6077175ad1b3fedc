import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";

/** A first ring with a soak or a proof: there is no ring before it that either could speak of. */
export function firstRing(fleet: Fleet): Finding[] {
  return fleet.rings.flatMap((ring, place) => {
    if (ring.after !== undefined) return [];
    const stray = [...(ring.soak === undefined ? [] : ["soak"]), ...(ring.prove === "evidence" ? ["prove"] : [])];
    return stray.map((key) => ({
      path: ["rings", place, key],
      got: `\`${key}\` without \`after\``,
      want: "a ring before this one",
      fix: `Write \`after:\` with the ring before, or remove \`${key}\`.`,
    }));
  });
}
