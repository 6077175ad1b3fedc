import type { Changes } from "./changes";
import { check } from "./check";
import { checkChanges, toChangeProblems } from "./check/changes";
import { toProblems } from "./locate";
import { partitionOf, type Home } from "./partition";
import { groupsIn, sortedKeys } from "./places";
import { planApprovals, type ApprovalPlan } from "./plan/approval";
import { homeOf, planCentral } from "./plan/central";
import { planEvaluators } from "./plan/evaluator";
import { planEvidence } from "./plan/evidence";
import { planEnded, planGroups, planRejections, type EndedPlan, type GroupPlan, type RejectionPlan } from "./plan/group";
import { planHybrid } from "./plan/hybrid";
import { identityOf, planMember, scanOf, type ScanPlan } from "./plan/member";
import { noticesOf, type Notice } from "./plan/notices";
import { executionAccounts, placesOfAccount } from "./plan/region";
import { planRings, type RingPlan } from "./plan/ring";
import type { AccountPlan, StackPlan } from "./plan/stack";
import type { Problem } from "./problem";
import type { Fleet } from "./schema/fleet-file";

export { NO_CHANGES, type Changes } from "./changes";

/** Everything that is decided about a fleet, as plain data: which resources, where, and when what runs. */
export interface Plan {
  /** The instant for which it was decided. It changes no resource but the window of an approval. */
  readonly asOf: string;
  readonly tagKey: string;
  /** Where releases and definitions live. */
  readonly home: Home;
  readonly scan: ScanPlan;
  /** The rings, in the order of the file. */
  readonly rings: readonly RingPlan[];
  readonly groups: readonly GroupPlan[];
  /** Every approval, spent ones too, in the order of their windows. */
  readonly approvals: readonly ApprovalPlan[];
  readonly rejections: readonly RejectionPlan[];
  readonly ended: readonly EndedPlan[];
  /** The stacks in the order in which they are applied: central, members, hybrid. */
  readonly stacks: readonly StackPlan[];
  /** What changes nothing, but a person should know. */
  readonly notices: readonly Notice[];
}

/** Marks what the fleet owns, beside the tags of the file. */
const OWN_TAG = { "managed-by": "fleet-patching" };

function accountPlan(fleet: Fleet, key: string): AccountPlan {
  const account = fleet.accounts[key];
  return { key, id: account?.id ?? "", partition: partitionOf(account?.regions[0] ?? "") };
}

/** Members in the order of their first ring, so that applying them one after another follows the rings; central's own first. */
function memberOrder(fleet: Fleet, home: string): string[] {
  const rings = fleet.rings.map((ring) => ring.name);
  const firstRing = (account: string) =>
    Math.min(
      ...placesOfAccount(fleet, account).flatMap((place) => groupsIn(fleet, place).map(([, group]) => rings.indexOf(group.ring))),
    );
  return executionAccounts(fleet).toSorted(
    (a, b) => Number(b === home) - Number(a === home) || firstRing(a) - firstRing(b) || (a < b ? -1 : 1),
  );
}

function planStacks(fleet: Fleet, changes: Changes, rings: readonly RingPlan[], approvals: readonly ApprovalPlan[]): StackPlan[] {
  const tags = { ...fleet.tags, ...OWN_TAG };
  const home = homeOf(fleet);
  const evaluators = planEvaluators(fleet, rings, approvals);
  const central = planCentral(fleet, planEvidence(fleet, rings, approvals), changes, evaluators);
  const members = memberOrder(fleet, home.key);
  return [
    ...(members.includes(home.key)
      ? []
      : [
          {
            kind: "central" as const,
            name: home.key,
            account: accountPlan(fleet, home.key),
            regions: [home.region],
            tags,
            central,
          },
        ]),
    ...members.map((key) => ({
      kind: "member" as const,
      name: key,
      account: accountPlan(fleet, key),
      regions: (fleet.accounts[key]?.regions ?? []).toSorted(),
      tags,
      central: key === home.key ? central : null,
      member: planMember(fleet, key, rings, approvals),
    })),
    ...sortedKeys(fleet.hybrid).flatMap((key) => {
      const entry = fleet.hybrid[key];
      if (!entry) return [];
      return [
        {
          kind: "hybrid" as const,
          name: key,
          account: accountPlan(fleet, entry.account),
          regions: [entry.region],
          tags,
          tagKey: fleet.tagKey,
          nodePolicy: identityOf(fleet, entry.account).nodePolicy,
          hybrid: planHybrid(fleet, key, entry),
        },
      ];
    }),
  ];
}

/** Decides a fleet that has been checked. The same fleet and changes give the same stacks, whatever the instant and the order of keys. */
export function decide(fleet: Fleet, changes: Changes, asOf: string): Plan {
  const home = homeOf(fleet);
  const rings = planRings(fleet, changes);
  const approvals = planApprovals(fleet, changes, asOf);
  return {
    asOf,
    tagKey: fleet.tagKey,
    home: { account: home.account, region: home.region },
    scan: scanOf(fleet),
    rings,
    groups: planGroups(fleet),
    approvals,
    rejections: planRejections(fleet),
    ended: planEnded(fleet),
    stacks: planStacks(fleet, changes, rings, approvals),
    notices: noticesOf(fleet, asOf, changes),
  };
}

/**
 * The one decision: a fleet and its reviewed changes become a plan, or all that is wrong with them.
 *
 * Pure. `asOf` is an instant in RFC 3339 (`2026-11-21T08:00:00Z`).
 */
export function plan(fleet: Fleet, changes: Changes, asOf: string): Plan | Problem[] {
  const findings = check(fleet);
  if (findings.length > 0) return toProblems(findings);
  const wrong = toChangeProblems(checkChanges(fleet, changes));
  return wrong.length > 0 ? wrong : decide(fleet, changes, asOf);
}
