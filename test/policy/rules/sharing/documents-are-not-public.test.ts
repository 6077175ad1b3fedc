import rule from "fleet-patching-policy/rules/sharing/documents-are-not-public";
import { changed, ref } from "../../support/fixture";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const ACCOUNTS = "runbook.props.permissions.accountIds";
const FOUND = ["runbook, permissions.accountIds: all"];

export const cases = testRule({
  rule,
  compliant: changed({ runbook: guarded["runbook"]! }, [
    ["runbook.props.permissions", { type: "Share", accountIds: "444444444444" }],
  ]),
  valid: [
    { name: "one account" },
    { name: "several accounts", changes: [[ACCOUNTS, "444444444444,333333333333"]] },
    { name: "no permissions", changes: [["runbook.props.permissions", undefined]] },
  ],
  invalid: [
    { name: "everybody", change: [ACCOUNTS, "All"], finds: FOUND },
    { name: "everybody in lower case", change: [ACCOUNTS, "all"], finds: FOUND },
    { name: "everybody among others", change: [ACCOUNTS, "444444444444, All"], finds: FOUND },
    {
      name: "everybody by the property's other spelling",
      change: ["runbook.props.permissions", { type: "Share", account_ids: "All" }],
      finds: FOUND,
    },
    {
      name: "accounts that are not known",
      change: [ACCOUNTS, ref("runbook.id")],
      finds: [],
      findsInPreview: ["? runbook, permissions.accountIds: a value not known before the update"],
    },
  ],
});
