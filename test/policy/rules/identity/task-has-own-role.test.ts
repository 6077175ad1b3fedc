import rule from "fleet-patching-policy/rules/identity/task-has-own-role";
import { ref } from "../../support/fixture";
import { guarded, handwritten } from "../../support/programs";
import { roles } from "../../support/roles";
import { testRule } from "../../support/test-rule";

const LINKED = "arn:aws:iam::444444444444:role/aws-service-role/ssm.amazonaws.com/AWSServiceRoleForAmazonSSM";

export const cases = testRule({
  rule,
  compliant: {
    task: guarded["task"]!,
    install: { ...handwritten["install"]!, props: { ...handwritten["install"]!.props, serviceRoleArn: ref("runbook.arn") } },
    window: guarded["window"]!,
    servers: handwritten["servers"]!,
    ...roles,
  },
  valid: [
    { name: "a role of one's own" },
    { name: "a role that the same program makes", changes: [["task.props.serviceRoleArn", ref("window.arn")]] },
    { name: "a role of this program", changes: [["install.props.serviceRoleArn", ref("runbook.arn")]] },
    {
      name: "a role of this program whose trust is not known yet",
      changes: [
        ["task.props.serviceRoleArn", ref("instance.arn")],
        ["instance.props.assumeRolePolicy", ref("runbook.id")],
      ],
    },
    { name: "a function's task with a role", changes: [["task.props.taskType", "LAMBDA"]] },
  ],
  invalid: [
    {
      name: "a role of this program that trusts another service",
      change: ["task.props.serviceRoleArn", ref("instance.arn")],
      finds: ["task, serviceRoleArn: a role that trusts ec2.amazonaws.com"],
    },
    {
      name: "a role of this program that trusts another service, by its written ARN",
      change: ["install.props.serviceRoleArn", "arn:aws:iam::444444444444:role/fleet-instance"],
      finds: ["install, serviceRoleArn: a role that trusts ec2.amazonaws.com"],
    },
    {
      name: "a role that trusts nobody",
      change: ["runbook.props.assumeRolePolicy.Statement", []],
      finds: ["install, serviceRoleArn: a role that trusts no service"],
    },
    { name: "no role", change: ["task.props.serviceRoleArn", undefined], finds: ["task, serviceRoleArn: nothing"] },
    { name: "an empty role", change: ["task.props.serviceRoleArn", ""], finds: ["task, serviceRoleArn: nothing"] },
    {
      name: "the service-linked role",
      change: ["task.props.serviceRoleArn", LINKED],
      finds: [`task, serviceRoleArn: ${LINKED}`],
    },
    {
      name: "the service-linked role of another partition",
      change: ["install.props.serviceRoleArn", LINKED.replace("arn:aws:", "arn:aws-us-gov:")],
      finds: [`install, serviceRoleArn: ${LINKED.replace("arn:aws:", "arn:aws-us-gov:")}`],
    },
    {
      name: "a command without a role",
      change: ["install.props.serviceRoleArn", undefined],
      finds: ["install, serviceRoleArn: nothing"],
    },
  ],
});
