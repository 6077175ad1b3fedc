import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import type { Ring } from "../schema/ring";

function followerKeys(ring: Ring): string[] {
  return [
    ...(ring.soak === undefined ? [] : ["soak"]),
    ...(ring.prove === "evidence" ? ["prove"] : []),
    ...(ring.health === undefined ? [] : ["health"]),
    ...(ring.promote === "exact" ? ["promote"] : []),
  ];
}

/** A first ring with a soak, a proof, a health or a promotion: there is no ring before it that any of them could speak of. */
export function firstRing(fleet: Fleet): Finding[] {
  return fleet.rings.flatMap((ring, place) =>
    (ring.after === undefined ? followerKeys(ring) : []).map((key) => ({
      path: ["rings", place, key],
      got: `\`${key}\` without \`after\``,
      want: "a ring before this one",
      fix: `Write \`after:\` with the ring before, or remove \`${key}\`.`,
    })),
  );
}
