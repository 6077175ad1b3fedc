import type { Approval } from "../../changes";
import { windowOf } from "../../plan/approval";
import type { Finding } from "../../problem";
import { rfc3339 } from "../../schedule/rfc3339";
import { hourMillis } from "../../schedule/ring";
import { eachApproval, type ReviewedApproval } from "./change-finding";

/** How long after its approval a window may open at the soonest: the change is merged and applied in between. */
const LEAD_HOURS = 1;
/** How long an approval may last: what was reviewed is stale after that. */
const MOST_DAYS = 30;

function ofApproval(approval: Approval, approvedAt: string): Finding[] {
  const approved = Date.parse(approvedAt);
  const findings: Finding[] = [];
  if (approved < Date.parse(approval.requested.at)) {
    const want = `an instant after it was asked for, ${approval.requested.at}`;
    findings.push({ path: ["approved", "at"], got: approvedAt, want, fix: "Write when it was approved." });
  }
  const soonest = approved + LEAD_HOURS * hourMillis;
  if (windowOf(approval).from < soonest) {
    const want = `${rfc3339(soonest)} or later: an hour after the approval, so that it can be merged and applied`;
    findings.push({
      path: ["window", "at"],
      got: approval.window.at,
      want,
      fix: "Choose a later window, and have that approved.",
    });
  }
  const latest = approved + MOST_DAYS * 24 * hourMillis;
  if (Date.parse(approval.expires) > latest) {
    const want = `${rfc3339(latest)} or earlier: ${MOST_DAYS} days after the approval`;
    findings.push({ path: ["expires"], got: approval.expires, want, fix: "Write an earlier expiry." });
  }
  return findings;
}

function judge({ approval }: ReviewedApproval): Finding[] {
  const ends = windowOf(approval).to;
  const findings = approval.approved === undefined ? [] : ofApproval(approval, approval.approved.at);
  if (ends <= Date.parse(approval.expires)) return findings;
  const want = `${rfc3339(ends)} or later: the end of its window`;
  return [...findings, { path: ["expires"], got: approval.expires, want, fix: "Write a later expiry, or shorten the window." }];
}

/** Approvals whose instants do not follow one another: asked, approved, an hour's lead, the window's end, the expiry, 30 days at most. */
export const approvalTimes = eachApproval(judge);
