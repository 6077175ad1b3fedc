import type { Finding } from "../../problem";
import { eachApproval, type ReviewedApproval } from "./change-finding";

const NAME = /^(\d{4}-\d{2}-\d{2})-(.+)$/u;

function isDay(text: string): boolean {
  const millis = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(millis) && new Date(millis).toISOString().startsWith(text);
}

function isNamedAfter({ approval }: ReviewedApproval): boolean {
  const [, day = "", rest = ""] = NAME.exec(approval.key) ?? [];
  const word = rest.startsWith(`${approval.group}-`) ? rest.slice(approval.group.length + 1) : null;
  return isDay(day) && (rest === approval.group || (word !== null && /^[A-Za-z0-9]+$/u.test(word)));
}

function judge(reviewed: ReviewedApproval): Finding[] {
  const { approval } = reviewed;
  if (isNamedAfter(reviewed)) return [];
  const want = "a day, the group, and one more word if need be: `<year>-<month>-<day>-<group>[-<word>].yaml`";
  const fix = `Rename the file, such as \`${approval.window.at.slice(0, 10)}-${approval.group}.yaml\`.`;
  return [{ path: [], got: `the name ${approval.key}.yaml`, want, fix }];
}

/** Approvals whose file is not named after a day and their group: people find them by that. */
export const approvalNames = eachApproval(judge);
