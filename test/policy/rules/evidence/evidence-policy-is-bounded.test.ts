import rule from "fleet-patching-policy/rules/evidence/evidence-policy-is-bounded";
import { evidence } from "../../support/evidence";
import { json, ref } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const STATEMENTS = "policy.props.policy.Statement";
const WRITE = `${STATEMENTS}.1`;
const READ = `${STATEMENTS}.2`;

export const cases = testRule({
  rule,
  compliant: evidence,
  valid: [
    {
      name: "syncs of one account by their ARN",
      changes: [[`${WRITE}.Condition`, { ArnLike: { "aws:SourceArn": "arn:aws:ssm:*:444444444444:resource-data-sync/*" } }]],
    },
    {
      name: "all principals for services of the organization",
      changes: [[`${READ}.Condition`, { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } }]],
    },
    { name: "the organization" },
    { name: "one account", changes: [[`${WRITE}.Condition`, { StringEquals: { "aws:SourceAccount": ["444444444444"] } }]] },
    {
      name: "a denial for everybody",
      changes: [[READ, { Sid: "Tls", Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }]],
    },
    {
      name: "a role by its name",
      changes: [
        [
          READ,
          {
            Sid: "Read",
            Effect: "Allow",
            Principal: { AWS: "arn:aws:iam::222222222222:role/reader" },
            Action: "s3:GetObject",
            Resource: "*",
          },
        ],
      ],
    },
    {
      name: "a bucket that holds no evidence",
      changes: [
        ["sync", undefined],
        [WRITE, undefined],
        [`${STATEMENTS}.1.Condition`, undefined],
      ],
    },
  ],
  invalid: [
    {
      name: "a service for any account",
      change: [`${WRITE}.Condition`, undefined],
      finds: ["policy, policy, Write: ssm.amazonaws.com for any account"],
    },
    {
      name: "a condition on something else",
      change: [`${WRITE}.Condition`, { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } }],
      finds: ["policy, policy, Write: ssm.amazonaws.com for any account"],
    },
    {
      name: "readers without a condition",
      change: [`${READ}.Condition`, undefined],
      finds: ["policy, policy, Read: all principals, without a condition"],
    },
    {
      name: "all readers, in the other spelling",
      change: [READ, { Sid: "Read", Effect: "Allow", Principal: { AWS: ["*"] }, Action: "s3:GetObject", Resource: "*" }],
      finds: ["policy, policy, Read: all principals, without a condition"],
    },
    {
      name: "a look at the ACL that may also write",
      change: [`${STATEMENTS}.0.Action`, ["s3:GetBucketAcl", "s3:PutObject"]],
      finds: ["policy, policy, Look: ssm.amazonaws.com for any account"],
    },
    {
      name: "everything but one action",
      change: [
        `${STATEMENTS}.0`,
        {
          Sid: "Look",
          Effect: "Allow",
          Principal: { Service: "ssm.amazonaws.com" },
          NotAction: "s3:DeleteBucket",
          Resource: "*",
        },
      ],
      finds: ["policy, policy, Look: ssm.amazonaws.com for any account"],
    },
    {
      name: "a policy that is no JSON",
      change: ["policy.props.policy", "nonsense"],
      finds: ["? policy, policy: a policy that is not known or not JSON"],
    },
    {
      name: "a policy that is not known",
      change: ["policy.props.policy", json({ Statement: [{ Effect: "Deny", Principal: "*", Resource: ref("bucket.arn") }] })],
      finds: [],
      findsInPreview: ["? policy, policy: a policy that is not known or not JSON"],
    },
  ],
});
