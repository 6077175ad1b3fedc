import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { isBoundBy, readPolicy, trustedServices } from "../../iam/document";
import { ROLE } from "../../vocabulary";

export default defineRule({
  name: "trust-is-bounded-by-account",
  concern: "identity",
  description: "A role that Systems Manager may take on says for which account.",
  why: "The service works for everybody. Without the condition somebody else's account can have it take on your role, if they know its name.",
  remediation: "Add a condition on aws:SourceAccount, or on aws:SourceArn, to the trust policy.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.accessEnforcement],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html",
  unless: "The role serves several accounts on purpose; then bind it to the organization by aws:SourceOrgID.",
  resource: ROLE,
  needs: ["assumeRolePolicy"],
  check: ({ props }) =>
    (readPolicy(props["assumeRolePolicy"]) ?? [])
      .filter((statement) => statement.effect === "Allow" && trustedServices(statement).includes("ssm.amazonaws.com"))
      .filter((statement) => !isBoundBy(statement, ["aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid"]))
      .map(({ name }) => ({
        at: `assumeRolePolicy, ${name}`,
        got: "trust in ssm.amazonaws.com for any account",
        want: "a condition on aws:SourceAccount",
      })),
});
