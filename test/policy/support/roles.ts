import { json, ref, type Fixture } from "./fixture";

const trust = (service: string, bound: boolean) =>
  json({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "Trust",
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: service },
        ...(bound ? { Condition: { StringEquals: { "aws:SourceAccount": "444444444444" } } } : {}),
      },
    ],
  });

/** The role of runbooks with its policy, and the role of servers with AWS's policy and one of its own. */
export const roles: Fixture = {
  runbook: { type: "aws:iam/role:Role", props: { name: "fleet-runbook", assumeRolePolicy: trust("ssm.amazonaws.com", true) } },
  runbookPolicy: {
    type: "aws:iam/rolePolicy:RolePolicy",
    props: {
      name: "fleet",
      role: "fleet-runbook",
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Document",
            Effect: "Allow",
            Action: ["ssm:SendCommand"],
            Resource: ["arn:aws:ssm:*::document/AWS-RunPatchBaseline"],
          },
          {
            Sid: "Servers",
            Effect: "Allow",
            Action: "ssm:SendCommand",
            Resource: ["arn:aws:ec2:*:444444444444:instance/*", "arn:aws:ssm:*:444444444444:managed-instance/*"],
            Condition: { StringEquals: { "aws:ResourceTag/PatchGroup": ["prod-auto"] } },
          },
          { Sid: "Track", Effect: "Allow", Action: ["ssm:ListCommands", "ssm:GetCommandInvocation"], Resource: "*" },
          {
            Sid: "Pass",
            Effect: "Allow",
            Action: "iam:PassRole",
            Resource: "arn:aws:iam::444444444444:role/fleet-runbook",
            Condition: { StringEquals: { "iam:PassedToService": "ssm.amazonaws.com" } },
          },
        ],
      }),
    },
  },
  instance: { type: "aws:iam/role:Role", props: { name: "fleet-instance", assumeRolePolicy: trust("ec2.amazonaws.com", false) } },
  core: {
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    props: { role: ref("instance.name"), policyArn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" },
  },
  node: {
    type: "aws:iam/policy:Policy",
    props: {
      name: "fleet-node",
      policy: json({
        Version: "2012-10-17",
        Statement: {
          Sid: "Output",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: "arn:aws:logs:*:444444444444:log-group:/fleet/commands:*",
        },
      }),
    },
  },
  nodeAttachment: {
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    props: { role: ref("instance.name"), policyArn: ref("node.arn") },
  },
};
