import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { evidenceBuckets, policiesOf } from "../../evidence-buckets";
import { about, undecided, type Finding } from "../../finding";
import { isBoundBy, trustedServices, type Statement } from "../../iam/document";
import { list } from "../../read";
import { BUCKET_POLICY } from "../../vocabulary";

export default defineRule({
  name: "evidence-policy-is-bounded",
  concern: "evidence",
  description: "Only accounts of the organization may use the bucket that holds evidence.",
  why: "Without a condition Systems Manager writes there for anybody's account, and a stranger's servers stand in your report. What everybody may read, everybody reads.",
  remediation:
    "Bind each statement for a service by aws:SourceOrgID or aws:SourceAccount, and each for all principals by aws:PrincipalOrgID.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.accessEnforcement, CONTROLS.auditProtection],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-create-resource-data-sync.html",
  unless: "Never.",
  resources: [BUCKET_POLICY],
  check: (stack) =>
    evidenceBuckets(stack).flatMap((bucket) =>
      policiesOf(stack, bucket).flatMap(({ policy, statements }): readonly Finding[] => {
        const want = "a condition on the organization or the account";
        if (statements === undefined) return [undecided(policy, "policy", "a policy that is not known or not JSON", want)];
        return statements.filter(isOpen).map((statement) => about(policy, `policy, ${statement.name}`, whom(statement), want));
      }),
    ),
});

function isOpen(statement: Statement): boolean {
  if (statement.effect !== "Allow") return false;
  // Reading the bucket's own ACL is harmless, and AWS's sample does it without a condition.
  if (statement.actions.every((action) => action === "s3:GetBucketAcl") && statement.notActions === undefined) return false;
  if (trustedServices(statement).length > 0)
    return !isBoundBy(statement, ["aws:sourceorgid", "aws:sourceaccount", "aws:sourcearn"]);
  return isForAll(statement) && !isBoundBy(statement, ["aws:principalorgid", "aws:sourceorgid"]);
}

function isForAll(statement: Statement): boolean {
  return list(statement.principals["AWS"]).includes("*");
}

function whom(statement: Statement): string {
  return isForAll(statement) ? "all principals, without a condition" : `${trustedServices(statement).join(", ")} for any account`;
}
