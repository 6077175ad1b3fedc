import rule from "fleet-patching-policy/rules/identity/no-ssm-wildcard";
import { json, ref } from "../../support/fixture";
import { roles } from "../../support/roles";
import { testRule } from "../../support/test-rule";

const ACTION = "runbookPolicy.props.policy.Statement.2.Action";
const found = (action: string) => [`runbookPolicy, policy, Track: ${action}`];

export const cases = testRule({
  rule,
  compliant: roles,
  valid: [
    { name: "actions by name" },
    { name: "a wildcard over a few actions", changes: [[ACTION, "ssm:List*"]] },
    {
      name: "everything denied",
      changes: [
        ["runbookPolicy.props.policy.Statement.2.Effect", "Deny"],
        [ACTION, "ssm:*"],
      ],
    },
    {
      name: "all of another service on a role that windows and runbooks cannot have",
      changes: [["node.props.policy.Statement.Action", "*"]],
    },
    { name: "a policy that is no JSON of a role that is not judged", changes: [["node.props.policy", "nonsense"]] },
  ],
  invalid: [
    {
      name: "ssm:* on a role that windows and runbooks cannot have",
      change: ["node.props.policy.Statement.Action", ["logs:PutLogEvents", "ssm:*"]],
      finds: ["node, policy, Output: ssm:*"],
    },
    { name: "ssm:*", change: [ACTION, "ssm:*"], finds: found("ssm:*") },
    { name: "the same among others and in capitals", change: [ACTION, ["ssm:ListCommands", "SSM:*"]], finds: found("SSM:*") },
    { name: "ssm:?*", change: [ACTION, "ssm:?*"], finds: found("ssm:?*") },
    { name: "everything", change: [ACTION, "*"], finds: found("*") },
    {
      name: "everything but a little",
      change: ["runbookPolicy.props.policy.Statement.2", { Sid: "Track", Effect: "Allow", NotAction: "iam:*", Resource: "*" }],
      finds: ["runbookPolicy, policy, Track: NotAction, which allows all the rest"],
    },
    {
      name: "a policy inside the role",
      change: [
        "runbook.props.inlinePolicies",
        [{ name: "all", policy: JSON.stringify({ Statement: { Effect: "Allow", Action: "ssm:*", Resource: "*" } }) }],
      ],
      finds: ["runbook, inlinePolicies.0.policy, statement 0: ssm:*"],
    },
    {
      name: "a policy as an object",
      change: ["runbookPolicy.props.policy", { Statement: [{ Effect: "Allow", Action: "ssm:*", Resource: "*" }] }],
      finds: ["runbookPolicy, policy, statement 0: ssm:*"],
    },
    {
      name: "a policy that is not known",
      change: [
        "runbookPolicy.props.policy",
        json({ Statement: [{ Effect: "Allow", Action: "ssm:ListCommands", Resource: ref("instance.arn") }] }),
      ],
      finds: [],
      findsInPreview: ["? runbookPolicy, policy: a policy not known before the update"],
    },
    {
      name: "a policy that is no JSON",
      change: ["runbookPolicy.props.policy", "nonsense"],
      finds: ["? runbookPolicy, policy: a policy that is not JSON"],
    },
  ],
});

export const attached = testRule({
  rule,
  compliant: {
    ...roles,
    nodeAttachment: {
      ...roles["nodeAttachment"]!,
      props: { role: "fleet-runbook", policyArn: "arn:aws:iam::444444444444:policy/fleet-node" },
    },
  },
  valid: [{ name: "an attached policy with actions by name" }],
  invalid: [
    {
      name: "an attached policy with everything",
      change: ["node.props.policy.Statement.Action", "ssm:*"],
      finds: ["node, policy, Output: ssm:*"],
    },
  ],
});
