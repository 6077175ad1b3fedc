import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { allows, isBoundBy, showResources } from "../../iam/document";
import { judgeStatements } from "../../iam/judged-roles";
import { text } from "../../read";
import { POLICY, ROLE, ROLE_POLICY } from "../../vocabulary";

export default defineRule({
  name: "pass-role-is-bounded",
  concern: "identity",
  description: "A role of windows and runbooks passes on only named roles, and only to Systems Manager.",
  why: "Who may pass any role to any service has the rights of every role in the account.",
  remediation: "Name the runbook's role in Resource, and require iam:PassedToService ssm.amazonaws.com.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.leastPrivilege],
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  unless: "Never.",
  resources: [ROLE, ROLE_POLICY, POLICY],
  check: (stack) => {
    const want = "roles by name, with iam:PassedToService";
    return judgeStatements(stack, want, ({ by, at, statement }) => {
      if (!allows(statement, "iam:PassRole")) return [];
      const place = `${at}, ${statement.name}`;
      const open = statement.resources.filter((resource) => (text(resource) ?? "").endsWith("*"));
      if (open.length > 0) return [about(by, place, `iam:PassRole on ${showResources(statement)}`, want)];
      return isBoundBy(statement, ["iam:passedtoservice"]) ? [] : [about(by, place, "iam:PassRole to any service", want)];
    });
  },
});
