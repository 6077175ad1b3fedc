import rule from "fleet-patching-policy/rules/identity/trust-is-bounded-by-account";
import { json, ref } from "../../support/fixture";
import { roles } from "../../support/roles";
import { testRule } from "../../support/test-rule";

const TRUST = "runbook.props.assumeRolePolicy";
const CONDITION = `${TRUST}.Statement.0.Condition`;
const FOUND = ["runbook, assumeRolePolicy, Trust: trust in ssm.amazonaws.com for any account"];

export const cases = testRule({
  rule,
  compliant: roles,
  valid: [
    { name: "trust for one account" },
    { name: "trust for one ARN", changes: [[CONDITION, { ArnLike: { "aws:SourceArn": "arn:aws:ssm:*:444444444444:*" } }]] },
    { name: "trust for the organization", changes: [[CONDITION, { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } }]] },
    {
      name: "trust in EC2, which knows no such condition",
      changes: [
        [`${TRUST}.Statement.0.Principal.Service`, "ec2.amazonaws.com"],
        [CONDITION, undefined],
      ],
    },
    { name: "a key in another case", changes: [[CONDITION, { StringEquals: { "AWS:SourceAccount": ["444444444444"] } }]] },
  ],
  invalid: [
    { name: "no condition", change: [CONDITION, undefined], finds: FOUND },
    { name: "any account", change: [CONDITION, { StringLike: { "aws:SourceAccount": "*" } }], finds: FOUND },
    {
      name: "a condition on something else",
      change: [CONDITION, { StringEquals: { "aws:PrincipalTag/team": "x" } }],
      finds: FOUND,
    },
    {
      name: "a condition that is also met without the key",
      change: [CONDITION, { StringEqualsIfExists: { "aws:SourceAccount": "444444444444" } }],
      finds: FOUND,
    },
    {
      name: "a second statement",
      change: [
        `${TRUST}.Statement.1`,
        { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: ["ec2.amazonaws.com", "ssm.amazonaws.com"] } },
      ],
      finds: ["runbook, assumeRolePolicy, statement 1: trust in ssm.amazonaws.com for any account"],
    },
    { name: "no values", change: [CONDITION, { StringEquals: { "aws:SourceAccount": [] } }], finds: FOUND },
    {
      name: "a trust that is not known",
      change: [
        TRUST,
        json({
          Statement: [
            {
              Sid: "Trust",
              Effect: "Allow",
              Principal: { Service: "ssm.amazonaws.com" },
              Condition: { StringEquals: { "aws:SourceAccount": ref("instance.id") } },
            },
          ],
        }),
      ],
      finds: [],
      findsInPreview: ["? runbook, assumeRolePolicy: a value not known before the update"],
    },
  ],
});
