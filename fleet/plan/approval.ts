import type { Approval, Changes } from "../changes";
import { manifestOf, type Patch } from "../manifest";
import { isSensitive } from "../places";
import { rfc3339 } from "../schedule/rfc3339";
import { hourMillis } from "../schedule/ring";
import type { Fleet } from "../schema/fleet-file";

/** What the gate of an approved run asks of its approval. */
export interface ApprovalGate {
  readonly key: string;
  /** The manifest's digest; null for a restart. */
  readonly digest: string | null;
  /** RFC 3339 in UTC. */
  readonly expires: string;
  readonly by: readonly string[];
}

/** An approval, decided. */
export interface ApprovalPlan {
  /** The file's name without its ending. */
  readonly key: string;
  readonly group: string;
  readonly ring: string;
  readonly why: string;
  readonly kind: "install" | "reboot";
  /** When its window opens: RFC 3339 in UTC. */
  readonly at: string;
  /** When its window ends: RFC 3339 in UTC. */
  readonly ends: string;
  readonly expires: string;
  /** Its window has ended: it makes no resource any more but its manifest. */
  readonly spent: boolean;
  readonly requested: { readonly by: string; readonly at: string };
  readonly approved: { readonly by: readonly string[]; readonly at: string };
  /** Sorted; empty for a restart. */
  readonly patches: readonly Patch[];
  readonly digest: string | null;
  readonly urgent: boolean;
  readonly durationHours: number;
  readonly cutoffHours: number;
}

/** When an approval's window opens and ends, in milliseconds since 1970. */
export function windowOf({ window: { at, duration } }: Approval): { readonly from: number; readonly to: number } {
  const from = Date.parse(at);
  return { from, to: from + duration * hourMillis };
}

function planApproval(fleet: Fleet, approval: Approval, now: number): ApprovalPlan[] {
  const group = fleet.groups[approval.group];
  // A draft that nobody has approved is nothing, whatever a check said of it.
  if (approval.approved === undefined || group === undefined || !isSensitive(group)) return [];
  const { from, to } = windowOf(approval);
  const restart = approval.reboot === true;
  const manifest = manifestOf(approval.patches ?? []);
  return [
    {
      key: approval.key,
      group: approval.group,
      ring: group.ring,
      why: approval.why,
      kind: restart ? "reboot" : "install",
      at: rfc3339(from),
      ends: rfc3339(to),
      expires: approval.expires,
      spent: to <= now,
      requested: approval.requested,
      approved: approval.approved,
      patches: restart ? [] : manifest.patches,
      digest: restart ? null : manifest.digest,
      urgent: approval.urgent,
      durationHours: approval.window.duration,
      cutoffHours: approval.window.cutoff,
    },
  ];
}

/** Every approval of a fleet, spent ones too, in the order of their windows. `asOf` only tells which are spent. */
export function planApprovals(fleet: Fleet, changes: Changes, asOf: string): ApprovalPlan[] {
  const now = Date.parse(asOf);
  return changes.approvals
    .flatMap((approval) => planApproval(fleet, approval, now))
    .toSorted((one, other) => (`${one.at} ${one.key}` < `${other.at} ${other.key}` ? -1 : 1));
}
