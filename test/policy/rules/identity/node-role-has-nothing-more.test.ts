import rule from "fleet-patching-policy/rules/identity/node-role-has-nothing-more";
import { json, ref } from "../../support/fixture";
import { roles } from "../../support/roles";
import { testRule } from "../../support/test-rule";

const extra = (name: string) => ({
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  props: { role: "fleet-instance", policyArn: `arn:aws:iam::aws:policy/${name}` },
});

export const cases = testRule({
  rule,
  compliant: roles,
  valid: [
    { name: "everything denied", changes: [["node.props.policy.Statement", { Effect: "Deny", Action: "*", Resource: "*" }]] },
    {
      name: "a policy that is not known yet",
      changes: [
        [
          "node.props.policy",
          json({ Statement: { Effect: "Allow", Action: "logs:PutLogEvents", Resource: ref("runbook.arn") } }),
        ],
      ],
    },
    { name: "the core policy and a narrow one" },
    { name: "the policy of the CloudWatch agent", changes: [["agent", extra("CloudWatchAgentServerPolicy")]] },
    {
      name: "a policy that is allowed here",
      settings: { allowed: ["AmazonSSMManagedInstanceCore", "AmazonS3ReadOnlyAccess"] },
      changes: [["extra", extra("AmazonS3ReadOnlyAccess")]],
    },
    {
      name: "a broad policy on another role",
      changes: [
        [
          "extra",
          {
            ...extra("AmazonS3FullAccess"),
            props: { role: "fleet-runbook", policyArn: "arn:aws:iam::aws:policy/AmazonS3FullAccess" },
          },
        ],
      ],
    },
  ],
  invalid: [
    { name: "all of S3", change: ["extra", extra("AmazonS3FullAccess")], finds: ["extra, policyArn: AmazonS3FullAccess"] },
    {
      name: "an administrator",
      change: ["extra", extra("AdministratorAccess")],
      finds: ["extra, policyArn: AdministratorAccess"],
    },
    {
      name: "a policy inside the role",
      change: ["instance.props.managedPolicyArns", ["arn:aws:iam::aws:policy/AmazonEC2FullAccess"]],
      finds: ["instance, managedPolicyArns.0: AmazonEC2FullAccess"],
    },
    {
      name: "all of a service by a policy of one's own",
      change: ["node.props.policy.Statement.Action", ["logs:PutLogEvents", "s3:*"]],
      finds: ["node, policy, Output: s3:*"],
    },
    {
      name: "everything by a policy of one's own",
      change: ["node.props.policy.Statement.Action", "*"],
      finds: ["node, policy, Output: *"],
    },
    {
      name: "a policy that is not allowed here",
      settings: { allowed: ["AmazonSSMManagedInstanceCore"] },
      change: ["agent", extra("CloudWatchAgentServerPolicy")],
      finds: ["agent, policyArn: CloudWatchAgentServerPolicy"],
    },
  ],
});

export const hostManagement = testRule({
  rule,
  compliant: {
    ...roles,
    core: {
      ...roles["core"]!,
      props: { role: "fleet-instance", policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedEC2InstanceDefaultPolicy" },
    },
  },
  valid: [{ name: "the role of Default Host Management" }],
  invalid: [
    {
      name: "all of S3 on the role of Default Host Management",
      change: ["extra", extra("AmazonS3FullAccess")],
      finds: ["extra, policyArn: AmazonS3FullAccess"],
    },
  ],
});
