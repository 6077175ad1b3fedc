import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import { accountIds } from "./account-ids";
import { accountRegions } from "./account-regions";
import { accountSelections } from "./account-selections";
import { calendarSizes } from "./calendar-sizes";
import { contacts } from "./contacts";
import { credentials } from "./credentials";
import { defaultBaselines } from "./default-baselines";
import { definitionSizes } from "./definition-sizes";
import { emptyBaselines } from "./empty-baselines";
import { endedSystems } from "./ended-systems";
import { evidence } from "./evidence";
import { exceptions } from "./exceptions";
import { firstRing } from "./first-ring";
import { freezes } from "./freezes";
import { groupBaselines } from "./group-baselines";
import { groupPlaces } from "./group-places";
import { groupRings } from "./group-rings";
import { groupTags } from "./group-tags";
import { groupWindows } from "./group-windows";
import { hybrid } from "./hybrid";
import { insights } from "./insights";
import { names } from "./names";
import { organization } from "./organization";
import { patchNames } from "./patch-names";
import { patchSources } from "./patch-sources";
import { placeLimits } from "./place-limits";
import { products } from "./products";
import { proofTime } from "./proof-time";
import { rates } from "./rates";
import { restarts } from "./restarts";
import { reviews } from "./reviews";
import { ringAfter } from "./ring-after";
import { ringNames } from "./ring-names";
import { ringOrder } from "./ring-order";
import { ringProof } from "./ring-proof";
import { ruleFilters } from "./rule-filters";
import { ruleTiming } from "./rule-timing";
import { scanMeetsWindow } from "./scan-meets-window";
import { scanSchedule } from "./scan-schedule";
import { schedules } from "./schedules";
import { serverCounts } from "./server-counts";
import { tags } from "./tags";
import { windowCapacity } from "./window-capacity";
import { windowLengths } from "./window-lengths";
import { windowsAtOnce } from "./windows-at-once";
import { zones } from "./zones";

/** Every check of a fleet's meaning, each of one concept and blind to the others. */
const CHECKS: readonly ((fleet: Fleet) => readonly Finding[])[] = [
  organization,
  accountIds,
  accountRegions,
  tags,
  names,
  groupBaselines,
  defaultBaselines,
  ruleTiming,
  ruleFilters,
  products,
  emptyBaselines,
  exceptions,
  patchNames,
  patchSources,
  credentials,
  definitionSizes,
  endedSystems,
  ringNames,
  ringAfter,
  firstRing,
  ringProof,
  proofTime,
  groupRings,
  accountSelections,
  groupPlaces,
  groupTags,
  serverCounts,
  rates,
  reviews,
  contacts,
  insights,
  groupWindows,
  windowLengths,
  schedules,
  scanSchedule,
  scanMeetsWindow,
  zones,
  freezes,
  ringOrder,
  calendarSizes,
  windowCapacity,
  restarts,
  windowsAtOnce,
  placeLimits,
  hybrid,
  evidence,
];

/** What does not make sense in a fleet whose shape is right: everything at once. Pure; the same on any day. */
export function check(fleet: Fleet): Finding[] {
  return CHECKS.flatMap((judge) => [...judge(fleet)]);
}
