import { didYouMean, listed } from "../closest";
import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import type { Ring } from "../schema/ring";

/** The rings from one back to itself, or null when its order ends in a first ring. */
function circleFrom(fleet: Fleet, ring: Ring): string[] | null {
  const way = [ring.name];
  let before = ring.after;
  while (before !== undefined && way.length <= fleet.rings.length) {
    way.push(before);
    if (before === ring.name) return way;
    const name = before;
    before = fleet.rings.find((candidate) => candidate.name === name)?.after;
  }
  return null;
}

function judge(fleet: Fleet, ring: Ring, after: string): Omit<Finding, "path"> | null {
  const others = fleet.rings.map((other) => other.name).filter((name) => name !== ring.name);
  if (after === ring.name) {
    return { got: `${after}, the ring itself`, want: "the ring before it", fix: "Name another ring, or remove `after`." };
  }
  if (!others.includes(after)) {
    return { got: after, want: `one of ${listed(others)}`, fix: `${didYouMean(after, others)}Name a ring of this file.` };
  }
  const circle = circleFrom(fleet, ring);
  if (!circle) return null;
  // Every ring of a circle is on it: the first of them tells it for all.
  const first = fleet.rings.find((candidate) => circle.includes(candidate.name));
  if (first?.name !== ring.name) return null;
  return {
    got: `a circle: ${circle.toReversed().join(", then ")}`,
    want: "rings one after another",
    fix: "Remove `after` from the ring that comes first.",
  };
}

/** A ring after one that is not there, after itself, or in a circle. */
export function ringAfter(fleet: Fleet): Finding[] {
  return fleet.rings.flatMap((ring, place) => {
    const found = ring.after === undefined ? null : judge(fleet, ring, ring.after);
    return found ? [{ path: ["rings", place, "after"], ...found }] : [];
  });
}
