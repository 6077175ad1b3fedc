import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import { repeats } from "./repeats";

/** Two rings of one name. */
export function ringNames(fleet: Fleet): Finding[] {
  return repeats(fleet.rings, (ring) => ring.name).map((place) => ({
    path: ["rings", place, "name"],
    got: `a second ring ${fleet.rings[place]?.name}`,
    want: "each ring's name once",
    fix: "Rename one of the two rings.",
  }));
}
