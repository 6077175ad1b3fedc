import rule from "fleet-patching-policy/rules/identity/pass-role-is-bounded";
import { roles } from "../../support/roles";
import { testRule } from "../../support/test-rule";

const PASS = "runbookPolicy.props.policy.Statement.3";
const AT = "runbookPolicy, policy, Pass";

export const cases = testRule({
  rule,
  compliant: roles,
  valid: [
    { name: "one role to one service" },
    {
      name: "several roles by name",
      changes: [[`${PASS}.Resource`, ["arn:aws:iam::444444444444:role/a", "arn:aws:iam::444444444444:role/b"]]],
    },
    {
      name: "a condition that compares with a pattern",
      changes: [[`${PASS}.Condition`, { StringLike: { "iam:PassedToService": "ssm.*" } }]],
    },
    { name: "no right to pass on roles", changes: [[PASS, undefined]] },
    { name: "a denial", changes: [[PASS, { Sid: "Pass", Effect: "Deny", Action: "iam:PassRole", Resource: "*" }]] },
  ],
  invalid: [
    { name: "every role", change: [`${PASS}.Resource`, "*"], finds: [`${AT}: iam:PassRole on *`] },
    {
      name: "every role of the account",
      change: [`${PASS}.Resource`, "arn:aws:iam::444444444444:role/*"],
      finds: [`${AT}: iam:PassRole on arn:aws:iam::444444444444:role/*`],
    },
    { name: "no condition", change: [`${PASS}.Condition`, undefined], finds: [`${AT}: iam:PassRole to any service`] },
    {
      name: "a condition that is also met where the key is absent",
      change: [`${PASS}.Condition`, { StringEqualsIfExists: { "iam:PassedToService": "ssm.amazonaws.com" } }],
      finds: [`${AT}: iam:PassRole to any service`],
    },
    {
      name: "a condition that lets every service pass",
      change: [`${PASS}.Condition`, { StringLike: { "iam:PassedToService": "*" } }],
      finds: [`${AT}: iam:PassRole to any service`],
    },
    {
      name: "a condition on something else",
      change: [`${PASS}.Condition`, { StringEquals: { "aws:RequestedRegion": "eu-west-1" } }],
      finds: [`${AT}: iam:PassRole to any service`],
    },
    {
      name: "a wildcard that includes it",
      change: [PASS, { Sid: "Pass", Effect: "Allow", Action: "iam:Pass*", Resource: "*" }],
      finds: [`${AT}: iam:PassRole on *`],
    },
    {
      name: "everything but a role",
      change: [
        PASS,
        { Sid: "Pass", Effect: "Allow", Action: "iam:PassRole", NotResource: "arn:aws:iam::444444444444:role/admin" },
      ],
      finds: [`${AT}: iam:PassRole on *`],
    },
  ],
});
