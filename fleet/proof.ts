import type { Fleet } from "./schema/fleet-file";
import type { Ring } from "./schema/ring";

/** How the ring before is proved healthy: by a release that evidence opens, or by schedule and soak alone. */
export type Proof = "calendar" | "evidence";

/** Whether evidence is kept: with an organization in any case, in a single account where the file asks for it. */
export function keepsEvidence(fleet: Fleet): boolean {
  return fleet.evidence !== undefined || fleet.organization !== undefined;
}

/** How the ring before a ring is proved; null for a first ring. Evidence, wherever it is kept, unless the file says otherwise. */
export function proofOf(fleet: Fleet, ring: Ring): Proof | null {
  if (ring.after === undefined) return null;
  return ring.prove ?? (keepsEvidence(fleet) ? "evidence" : "calendar");
}
