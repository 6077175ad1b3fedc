import { expect } from "chai";
import { parameterArn, partitionOf, policyArn, roleArn } from "../../fleet/partition";

describe("partitionOf", () => {
  it("follows from the region", () => {
    expect(["eu-west-1", "us-gov-west-1", "cn-northwest-1", "ca-central-1"].map(partitionOf)).to.deep.equal([
      "aws",
      "aws-us-gov",
      "aws-cn",
      "aws",
    ]);
  });
});

describe("ARNs", () => {
  it("name a parameter with its leading slash merged, not doubled", () => {
    expect(parameterArn({ account: "222222222222", region: "us-gov-east-1" }, "/fleet/rings/dev/declared")).to.equal(
      "arn:aws-us-gov:ssm:us-gov-east-1:222222222222:parameter/fleet/rings/dev/declared",
    );
  });

  it("name a role with its path and a policy", () => {
    expect(roleArn("aws", "222222222222", "fleet-window")).to.equal("arn:aws:iam::222222222222:role/fleet-window");
    expect(roleArn("aws-cn", "222222222222", "fleet-host-management", "/service-role/")).to.equal(
      "arn:aws-cn:iam::222222222222:role/service-role/fleet-host-management",
    );
    expect(policyArn("aws", "222222222222", "fleet-node")).to.equal("arn:aws:iam::222222222222:policy/fleet-node");
  });
});
