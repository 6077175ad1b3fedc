import { listed } from "../../closest";
import type { Finding } from "../../problem";
import { eachApproval, type ReviewedApproval } from "./change-finding";

/** The same person, however the address is spelt. */
function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function strangers({ approval, group }: ReviewedApproval, by: readonly string[]): Finding[] {
  const approvers = group.approvers ?? [];
  return by.flatMap((name, place): Finding[] => {
    const path = ["approved", "by", place];
    if (same(name, approval.requested.by)) {
      const fix = "Let somebody else of the group's approvers approve it.";
      return [{ path, got: `${name}, who asked for it`, want: "somebody else than who asked", fix }];
    }
    if (approvers.includes(name)) return [];
    const fix = "Let one of them approve it; who may is decided by `approvers` in the fleet file.";
    return [{ path, got: name, want: `one of the group's approvers: ${listed(approvers)}`, fix }];
  });
}

function tooFew({ approval, group }: ReviewedApproval, by: readonly string[]): Finding[] {
  const different = by.filter((name, place) => by.findIndex((other) => same(name, other)) === place);
  const needed = approval.urgent ? 2 : 1;
  if (different.length >= needed) return [];
  const got = by.length > different.length ? `${different.length} approver, written twice` : `${different.length} approver`;
  const want = "two different approvers, as it is urgent";
  const fix = `Let another of ${listed(group.approvers ?? [])} approve it, or write \`urgent: false\`.`;
  return [{ path: ["approved", "by"], got, want, fix }];
}

function judge(reviewed: ReviewedApproval): Finding[] {
  const { approval, group } = reviewed;
  if (approval.approved !== undefined) {
    const { by } = approval.approved;
    return [...strangers(reviewed, by), ...tooFew(reviewed, by)];
  }
  const others = (group.approvers ?? []).filter((name) => !same(name, approval.requested.by));
  const named = [...others, "name", "name"].slice(0, approval.urgent ? 2 : 1);
  const want = `${approval.urgent ? "two" : "one"} of ${listed(others) || "the group's approvers, of whom there is no other"}`;
  const fix = `Who approves writes \`approved: { by: [${named.join(", ")}], at: <the instant, such as ${approval.requested.at}> }\`.`;
  return [{ path: ["approved"], got: "nothing: a draft that nobody has approved", want, fix }];
}

/** Approvals that nobody approved, or somebody who may not: not the group's approver, who asked for it, one alone where two must. */
export const approvalPeople = eachApproval(judge);
