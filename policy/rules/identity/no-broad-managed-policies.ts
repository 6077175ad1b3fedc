import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided, type Finding } from "../../finding";
import { managedName } from "../../iam/grants";
import { UNKNOWN, type Plain } from "../../plain";
import { list } from "../../read";
import type { Resource } from "../../resource";
import { strings } from "../../setting";
import type { Stack } from "../../stack";
import { ATTACHMENT, POLICY, ROLE } from "../../vocabulary";

export default defineRule({
  name: "no-broad-managed-policies",
  concern: "identity",
  description: "No role for patching has one of AWS's broad policies.",
  why: "AmazonEC2RoleforSSM gives every server all buckets of the account, AmazonSSMAutomationRole and AmazonSSMFullAccess all of Systems Manager: who gets hold of one server gets all of them.",
  remediation:
    "Use AmazonSSMManagedInstanceCore with a narrow policy of your own on servers, and policies of your own on windows and runbooks.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.leastPrivilege],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/security-iam-awsmanpol.html",
  unless: "The account is a sandbox.",
  settings: {
    broad: strings(
      ["AmazonEC2RoleforSSM", "AmazonSSMAutomationRole", "AmazonSSMFullAccess", "AmazonSSMMaintenanceWindowRole"],
      "AWS's policies that are too broad, by name.",
    ),
  },
  resources: [ATTACHMENT, ROLE],
  check: (stack, { settings }) => {
    const judge = (by: Resource, at: string, arn: Plain, property: string): readonly Finding[] => {
      const want = "a narrow policy";
      if (arn === UNKNOWN)
        return isOwn(stack, by, property) ? [] : [undecided(by, at, "a policy not known before the update", want)];
      const name = managedName(arn);
      return name !== undefined && settings.broad.includes(name) ? [about(by, at, name, want)] : [];
    };
    return [
      ...stack.of(ATTACHMENT).flatMap((attachment) => judge(attachment, "policyArn", attachment.props["policyArn"], "policyArn")),
      ...stack
        .of(ROLE)
        .flatMap((role) =>
          list(role.props["managedPolicyArns"]).flatMap((arn, index) =>
            judge(role, `managedPolicyArns.${index}`, arn, "managedPolicyArns"),
          ),
        ),
    ];
  },
});

/** The ARN of a policy made in the same program is not known in its first preview, but is surely not AWS's. */
function isOwn(stack: Stack, by: Resource, property: string): boolean {
  return typeof stack.referred(by, property, UNKNOWN, POLICY) === "object";
}
