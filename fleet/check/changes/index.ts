import type { Changes } from "../../changes";
import type { Fleet } from "../../schema/fleet-file";
import { approvalContent } from "./approval-content";
import { approvalFreezes } from "./approval-freezes";
import { approvalGroups } from "./approval-groups";
import { approvalKeys } from "./approval-keys";
import { approvalLimits } from "./approval-limits";
import { approvalNames } from "./approval-names";
import { approvalOrder } from "./approval-order";
import { approvalOverlaps } from "./approval-overlaps";
import { approvalPeople } from "./approval-people";
import { approvalTimes } from "./approval-times";
import { approvalWindows } from "./approval-windows";
import type { ChangeCheck, ChangeFinding } from "./change-finding";
import { digests } from "./digests";
import { manifestPatches } from "./manifest-patches";
import { rejectedPatches } from "./rejected-patches";
import { releaseManifests } from "./release-manifests";
import { releaseRings } from "./release-rings";
import { releaseStates } from "./release-states";

export { toChangeProblems } from "./change-finding";

/** Every check of what reviewed changes mean, each of one concept and blind to the others. */
const CHECKS: readonly ChangeCheck[] = [
  approvalNames,
  approvalGroups,
  approvalKeys,
  approvalPeople,
  approvalTimes,
  approvalWindows,
  approvalContent,
  digests,
  manifestPatches,
  rejectedPatches,
  approvalFreezes,
  approvalOrder,
  approvalOverlaps,
  approvalLimits,
  releaseRings,
  releaseStates,
  releaseManifests,
];

/** What does not make sense in the changes of a fleet that is right: everything at once. Pure; the same on any day. */
export function checkChanges(fleet: Fleet, changes: Changes): ChangeFinding[] {
  return CHECKS.flatMap((judge) => [...judge(fleet, changes)]);
}
