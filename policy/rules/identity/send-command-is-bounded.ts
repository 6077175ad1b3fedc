import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { allows, isBoundBy, showResources } from "../../iam/document";
import { judgeStatements } from "../../iam/judged-roles";
import { text } from "../../read";
import { POLICY, ROLE, ROLE_POLICY } from "../../vocabulary";

export default defineRule({
  name: "send-command-is-bounded",
  concern: "identity",
  description: "A role of windows and runbooks sends commands only to servers with a patch group's tag.",
  why: "Without a condition on the tag a mistaken target, or whoever can start the runbook, reaches every server of the account.",
  remediation:
    "Allow ssm:SendCommand on the document in one statement, and on servers in another with a condition on aws:ResourceTag.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.leastPrivilege, CONTROLS.accessEnforcement],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/run-command-setting-up.html",
  unless: "The account holds servers of one group only.",
  resources: [ROLE, ROLE_POLICY, POLICY],
  check: (stack) => {
    const want = "a condition on aws:ResourceTag";
    return judgeStatements(stack, want, ({ by, at, statement }) => {
      if (!allows(statement, "ssm:SendCommand") || !statement.resources.some((resource) => reachesServers(text(resource) ?? "")))
        return [];
      if (isBoundBy(statement, ["aws:resourcetag/", "ssm:resourcetag/"])) return [];
      return [about(by, `${at}, ${statement.name}`, `ssm:SendCommand on ${showResources(statement)}`, want)];
    });
  },
});

function reachesServers(resource: string): boolean {
  return resource === "*" || /:(?:managed-)?instance\/|:\*$/.test(resource);
}
