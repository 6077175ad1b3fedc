import { ref, type Fixture } from "./fixture";

/** A parameter that is shared with the organization. */
export const shared: Fixture = {
  parameter: {
    type: "aws:ssm/parameter:Parameter",
    props: { name: "/fleet/baselines/ubuntu-auto", type: "String", tier: "Advanced", insecureValue: "{}" },
  },
  share: { type: "aws:ram/resourceShare:ResourceShare", props: { name: "fleet", allowExternalPrincipals: false } },
  resource: {
    type: "aws:ram/resourceAssociation:ResourceAssociation",
    props: {
      resourceArn: "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/baselines/ubuntu-auto",
      resourceShareArn: ref("share.arn"),
    },
  },
  principal: {
    type: "aws:ram/principalAssociation:PrincipalAssociation",
    props: { principal: "arn:aws:organizations::111111111111:organization/o-a1b2c3d4e5", resourceShareArn: ref("share.arn") },
  },
};
