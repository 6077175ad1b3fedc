import { manifestOf } from "../../manifest";
import type { Finding } from "../../problem";
import { eachApproval, type ReviewedApproval } from "./change-finding";

function ofRestart({ approval }: ReviewedApproval): Finding[] {
  return (["patches", "digest"] as const)
    .filter((key) => approval[key] !== undefined)
    .map((key) => ({
      path: [key],
      got: `\`${key}\` beside \`reboot: true\``,
      want: "a list of packages or a restart, not both",
      fix: `Remove \`${key}\`, or remove \`reboot\` and let a file of its own ask for the restart.`,
    }));
}

function judge(reviewed: ReviewedApproval): Finding[] {
  const { patches, digest, reboot } = reviewed.approval;
  if (reboot === true) return ofRestart(reviewed);
  if (patches === undefined || patches.length === 0) {
    const fix = "Write what may be installed, or `reboot: true` for a restart alone; `npx fleet review GROUP` writes a draft.";
    const got = patches === undefined ? "nothing" : "an empty list";
    return [{ path: ["patches"], got, want: "at least one package or article", fix }];
  }
  if (digest !== undefined) return [];
  const fix = `Add \`digest: ${manifestOf(patches).digest}\` if this list is what is to be approved.`;
  return [{ path: ["digest"], got: "nothing", want: "the digest of the list", fix }];
}

/** Approvals of nothing: no list and no restart, an empty list, a list without its digest; and of both a list and a restart. */
export const approvalContent = eachApproval(judge);
