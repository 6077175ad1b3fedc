import rule from "fleet-patching-policy/rules/sharing/only-parameters-are-shared";
import { ubuntu } from "../../support/baselines";
import { ref } from "../../support/fixture";
import { guarded } from "../../support/programs";
import { shared } from "../../support/shares";
import { testRule } from "../../support/test-rule";

const ARN = "resource.props.resourceArn";

export const cases = testRule({
  rule,
  compliant: { ...shared, ubuntu, window: guarded["window"]! },
  valid: [
    { name: "a parameter" },
    { name: "a parameter of this program", changes: [[ARN, ref("parameter.arn")]] },
    { name: "something that is not patching", changes: [[ARN, "arn:aws:ec2:eu-west-1:222222222222:subnet/subnet-0123"]] },
  ],
  invalid: [
    {
      name: "a baseline",
      change: [ARN, "arn:aws:ssm:eu-west-1:222222222222:patchbaseline/pb-0123456789abcdef0"],
      finds: ["resource, resourceArn: arn:aws:ssm:eu-west-1:222222222222:patchbaseline/pb-0123456789abcdef0"],
    },
    {
      name: "a window",
      change: [ARN, "arn:aws:ssm:eu-west-1:222222222222:maintenancewindow/mw-0123456789abcdef0"],
      finds: ["resource, resourceArn: arn:aws:ssm:eu-west-1:222222222222:maintenancewindow/mw-0123456789abcdef0"],
    },
    {
      name: "a patch group",
      change: [ARN, "arn:aws:ssm:eu-west-1:222222222222:patchgroup/prod"],
      finds: ["resource, resourceArn: arn:aws:ssm:eu-west-1:222222222222:patchgroup/prod"],
    },
    {
      name: "a baseline of this program",
      change: [ARN, ref("ubuntu.arn")],
      finds: ["resource, resourceArn: arn:aws:made-up:eu-west-1:444444444444:thing/ubuntu"],
      findsInPreview: ["resource, resourceArn: a baseline or window of this stack"],
    },
    {
      name: "a window of this program",
      change: [ARN, ref("window.arn")],
      finds: ["resource, resourceArn: arn:aws:made-up:eu-west-1:444444444444:thing/window"],
      findsInPreview: ["resource, resourceArn: a baseline or window of this stack"],
    },
  ],
});
