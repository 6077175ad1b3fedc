import rule from "fleet-patching-policy/rules/identity/send-command-is-bounded";
import { roles } from "../../support/roles";
import { testRule } from "../../support/test-rule";

const SERVERS = "runbookPolicy.props.policy.Statement.1";
const ON = "arn:aws:ec2:*:444444444444:instance/*, arn:aws:ssm:*:444444444444:managed-instance/*";

export const cases = testRule({
  rule,
  compliant: roles,
  valid: [
    { name: "servers by their tag" },
    {
      name: "servers by Systems Manager's own key",
      changes: [[`${SERVERS}.Condition`, { StringLike: { "ssm:resourceTag/PatchGroup": ["prod-*"] } }]],
    },
    { name: "a document alone", changes: [[SERVERS, undefined]] },
    {
      name: "a denial",
      changes: [
        [`${SERVERS}.Effect`, "Deny"],
        [`${SERVERS}.Condition`, undefined],
      ],
    },
  ],
  invalid: [
    {
      name: "a document and servers together, without a condition",
      change: ["runbookPolicy.props.policy.Statement.0.Resource.1", "arn:aws:ec2:*:444444444444:instance/*"],
      finds: [
        "runbookPolicy, policy, Document: ssm:SendCommand on arn:aws:ssm:*::document/AWS-RunPatchBaseline, arn:aws:ec2:*:444444444444:instance/*",
      ],
    },
    {
      name: "servers without a condition",
      change: [`${SERVERS}.Condition`, undefined],
      finds: [`runbookPolicy, policy, Servers: ssm:SendCommand on ${ON}`],
    },
    {
      name: "a condition on something else",
      change: [`${SERVERS}.Condition`, { StringEquals: { "aws:RequestedRegion": "eu-west-1" } }],
      finds: [`runbookPolicy, policy, Servers: ssm:SendCommand on ${ON}`],
    },
    {
      name: "any value of the tag",
      change: [`${SERVERS}.Condition`, { StringLike: { "aws:ResourceTag/PatchGroup": "*" } }],
      finds: [`runbookPolicy, policy, Servers: ssm:SendCommand on ${ON}`],
    },
    {
      name: "everything",
      change: ["runbookPolicy.props.policy.Statement.0.Resource", "*"],
      finds: ["runbookPolicy, policy, Document: ssm:SendCommand on *"],
    },
    {
      name: "a condition that is also met without the tag",
      change: [`${SERVERS}.Condition`, { StringEqualsIfExists: { "aws:ResourceTag/PatchGroup": "prod" } }],
      finds: [`runbookPolicy, policy, Servers: ssm:SendCommand on ${ON}`],
    },
    {
      name: "a wildcard that includes it",
      change: ["runbookPolicy.props.policy.Statement.2.Action", "ssm:Send*"],
      finds: ["runbookPolicy, policy, Track: ssm:SendCommand on *"],
    },
    {
      name: "everything of an account",
      change: ["runbookPolicy.props.policy.Statement.0.Resource", "arn:aws:ec2:eu-west-1:444444444444:*"],
      finds: ["runbookPolicy, policy, Document: ssm:SendCommand on arn:aws:ec2:eu-west-1:444444444444:*"],
    },
  ],
});
