import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { at, text } from "../../read";
import { DOCUMENT } from "../../vocabulary";

export default defineRule({
  name: "documents-are-not-public",
  concern: "sharing",
  description: "No Systems Manager document is shared with everybody.",
  why: "A runbook shows how, when and under which role an organization changes its servers.",
  remediation: "Name the accounts in permissions, or leave it out.",
  severity: "critical",
  enforcement: "mandatory",
  controls: [CONTROLS.ssmDocumentsPrivate, CONTROLS.informationSharing],
  source: "https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html",
  unless: "You publish documents for others to use.",
  resource: DOCUMENT,
  needs: ["permissions"],
  check: ({ props }) => {
    const accounts = (text(at(props["permissions"], "accountIds")) ?? text(at(props["permissions"], "account_ids")) ?? "").split(
      ",",
    );
    return accounts.some((account) => account.trim().toLowerCase() === "all")
      ? [{ at: "permissions.accountIds", got: "all", want: "accounts by number, or nothing" }]
      : [];
  },
});
