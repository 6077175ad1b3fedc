import rule from "fleet-patching-policy/rules/identity/node-role-can-write-output";
import { json, ref } from "../../support/fixture";
import { handwritten } from "../../support/programs";
import { roles } from "../../support/roles";
import { testRule } from "../../support/test-rule";

const ACTION = "node.props.policy.Statement.Action";
const NOTHING = ["instance, its policies: nothing that lets it write output"];

export const cases = testRule({
  rule,
  compliant: roles,
  valid: [
    {
      name: "one of several policies of another stack that are known to grant it",
      settings: { elsewhere: ["acme", "fleet-node"] },
      changes: [
        ["node", undefined],
        ["nodeAttachment.props.policyArn", "arn:aws:iam::444444444444:policy/fleet-node"],
      ],
    },
    { name: "a policy that writes logs" },
    { name: "a policy that writes to a bucket", changes: [[ACTION, "s3:Put*"]] },
    {
      name: "a role that is none of servers",
      changes: [
        ["core", undefined],
        ["nodeAttachment", undefined],
      ],
    },
    {
      name: "a policy of another stack that is known to grant it",
      changes: [
        ["node", undefined],
        ["nodeAttachment.props.policyArn", "arn:aws:iam::444444444444:policy/fleet-node"],
      ],
    },
    {
      name: "a policy attached by its written ARN",
      changes: [["nodeAttachment.props.policyArn", "arn:aws:iam::444444444444:policy/fleet-node"]],
    },
    {
      name: "a policy inside the role",
      changes: [
        ["nodeAttachment", undefined],
        [
          "instance.props.inlinePolicies",
          [{ name: "out", policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "logs:*", Resource: "*" } }) }],
        ],
      ],
    },
  ],
  invalid: [
    {
      name: "a policy of another stack that nobody knows",
      change: ["nodeAttachment.props.policyArn", "arn:aws:iam::444444444444:policy/acme"],
      finds: NOTHING,
    },
    { name: "no second policy", change: ["nodeAttachment", undefined], finds: NOTHING },
    { name: "a second policy on another role", change: ["nodeAttachment.props.role", "fleet-runbook"], finds: NOTHING },
    { name: "a policy that writes nothing", change: [ACTION, ["logs:DescribeLogGroups"]], finds: NOTHING },
    { name: "a policy that denies", change: ["node.props.policy.Statement.Effect", "Deny"], finds: NOTHING },
    {
      name: "the policy of Default Host Management alone",
      change: ["nodeAttachment.props.policyArn", "arn:aws:iam::aws:policy/AmazonSSMManagedEC2InstanceDefaultPolicy"],
      finds: NOTHING,
    },
    {
      name: "a policy that is not known",
      change: [
        "node.props.policy",
        json({ Statement: { Effect: "Allow", Action: "logs:PutLogEvents", Resource: ref("runbook.arn") } }),
      ],
      finds: [],
      findsInPreview: ["? instance, its policies: a policy that cannot be read"],
    },
  ],
});

const LIST = "install.props.taskInvocationParameters.runCommandParameters.parameters.2";

export const withLists = testRule({
  rule,
  compliant: { ...roles, ...handwritten },
  valid: [
    { name: "no list, no right to read one" },
    { name: "an empty list", changes: [[LIST, { name: "InstallOverrideList", values: [""] }]] },
    {
      name: "a list and the right to read it",
      changes: [
        [LIST, { name: "InstallOverrideList", values: ["s3://manifests/a.yaml"] }],
        [ACTION, ["logs:PutLogEvents", "s3:GetObject"]],
      ],
    },
  ],
  invalid: [
    {
      name: "a list that servers cannot read",
      change: [LIST, { name: "InstallOverrideList", values: ["s3://manifests/a.yaml"] }],
      finds: ["instance, its policies: nothing that lets it read lists of patches"],
    },
  ],
});

export const here = testRule({
  rule,
  compliant: {
    ...roles,
    nodeAttachment: {
      ...roles["nodeAttachment"]!,
      props: { role: "fleet-instance", policyArn: "arn:aws:iam::444444444444:policy/fleet-node" },
    },
  },
  valid: [{ name: "a policy of this stack, by its written ARN" }],
  invalid: [
    {
      name: "a policy of this stack that is known to grant it elsewhere, but does not here",
      change: [ACTION, "logs:DescribeLogGroups"],
      finds: NOTHING,
    },
    {
      name: "the role of Default Host Management without rights",
      change: ["nodeAttachment.props.policyArn", "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"],
      finds: NOTHING,
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
  valid: [{ name: "the role of Default Host Management with a policy that writes logs" }],
  invalid: [{ name: "the role of Default Host Management alone", change: ["nodeAttachment", undefined], finds: NOTHING }],
});
