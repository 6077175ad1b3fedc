import rule from "fleet-patching-policy/rules/identity/no-broad-managed-policies";
import { ref } from "../../support/fixture";
import { roles } from "../../support/roles";
import { testRule } from "../../support/test-rule";

const arn = (name: string) => `arn:aws:iam::aws:policy/${name}`;

export const cases = testRule({
  rule,
  compliant: roles,
  valid: [
    {
      name: "a policy of one's own inside a role, whose ARN is not known yet",
      changes: [["runbook.props.managedPolicyArns", [ref("node.arn")]]],
    },
    { name: "the core policy and one of one's own" },
    { name: "another of AWS's policies", changes: [["core.props.policyArn", arn("CloudWatchAgentServerPolicy")]] },
    {
      name: "a policy of one's own with such a name",
      changes: [["core.props.policyArn", "arn:aws:iam::444444444444:policy/AmazonSSMFullAccess"]],
    },
    {
      name: "a broad policy that is allowed here",
      settings: { broad: [] },
      changes: [["core.props.policyArn", arn("AmazonSSMFullAccess")]],
    },
  ],
  invalid: [
    {
      name: "AmazonEC2RoleforSSM",
      change: ["core.props.policyArn", arn("service-role/AmazonEC2RoleforSSM")],
      finds: ["core, policyArn: AmazonEC2RoleforSSM"],
    },
    {
      name: "AmazonSSMAutomationRole",
      change: ["core.props.policyArn", arn("service-role/AmazonSSMAutomationRole")],
      finds: ["core, policyArn: AmazonSSMAutomationRole"],
    },
    {
      name: "AmazonSSMFullAccess in China",
      change: ["core.props.policyArn", "arn:aws-cn:iam::aws:policy/AmazonSSMFullAccess"],
      finds: ["core, policyArn: AmazonSSMFullAccess"],
    },
    {
      name: "AmazonSSMMaintenanceWindowRole inside a role",
      change: ["runbook.props.managedPolicyArns", [arn("service-role/AmazonSSMMaintenanceWindowRole")]],
      finds: ["runbook, managedPolicyArns.0: AmazonSSMMaintenanceWindowRole"],
    },
    {
      name: "a second policy inside a role",
      change: ["instance.props.managedPolicyArns", [arn("AmazonSSMManagedInstanceCore"), arn("AmazonSSMFullAccess")]],
      finds: ["instance, managedPolicyArns.1: AmazonSSMFullAccess"],
    },
    {
      name: "a policy that is broad here",
      settings: { broad: ["AdministratorAccess"] },
      change: ["core.props.policyArn", arn("AdministratorAccess")],
      finds: ["core, policyArn: AdministratorAccess"],
    },
    {
      name: "a policy that comes from elsewhere and is not known",
      change: ["core.props.policyArn", ref("runbook.arn")],
      finds: [],
      findsInPreview: ["? core, policyArn: a policy not known before the update"],
    },
  ],
});
