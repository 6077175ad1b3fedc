import type { Finding } from "../problem";
import { keepsEvidence, proofOf } from "../proof";
import type { Fleet } from "../schema/fleet-file";

/** Rings that wait for evidence where none is kept, and healths that nobody asks for. */
export function ringProof(fleet: Fleet): Finding[] {
  return fleet.rings.flatMap((ring, place): Finding[] => {
    const proof = proofOf(fleet, ring);
    if (proof === "evidence" && !keepsEvidence(fleet)) {
      const fix = "Write `evidence: {}` in the file, or `prove: calendar`.";
      return [{ path: ["rings", place, "prove"], got: "evidence, of which none is kept", want: "evidence that is kept", fix }];
    }
    if (proof !== "calendar" || ring.health === undefined) return [];
    const want = "a health only where evidence proves the ring before";
    const fix = "Remove `health`, or write `prove: evidence`.";
    return [{ path: ["rings", place, "health"], got: "`health` on a ring that follows by schedule and soak alone", want, fix }];
  });
}
