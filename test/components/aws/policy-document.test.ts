import { expect } from "chai";
import { policyText, trustInstances, trustSystemsManager } from "../../../components/aws/policy-document";

describe("policies", () => {
  it("are the text that IAM takes", () => {
    const statement = { Sid: "Read", Effect: "Allow" as const, Action: ["ssm:GetParameter"], Resource: "*" };
    expect(policyText([statement])).to.equal(
      '{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":["ssm:GetParameter"],"Resource":"*"}]}',
    );
  });

  it("are Latin letters only, and mean the same", () => {
    const statement = { Sid: "Read", Effect: "Allow" as const, Action: ["x"], Resource: "Évry 東京 🗼" };
    expect(policyText([statement])).to.match(/^[\u0020-\u007E]+$/u);
    expect(JSON.parse(policyText([statement])).Statement).to.deep.equal([statement]);
  });

  it("trust Systems Manager for one account only", () => {
    expect(JSON.parse(trustSystemsManager("222222222222"))).to.deep.equal({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "SystemsManager",
          Effect: "Allow",
          Principal: { Service: "ssm.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": "222222222222" } },
        },
      ],
    });
  });

  it("trust EC2 by its name in the partition", () => {
    const service = (partition: string) => JSON.parse(trustInstances(partition)).Statement[0].Principal.Service;
    expect(["aws", "aws-us-gov", "aws-cn"].map(service)).to.deep.equal([
      "ec2.amazonaws.com",
      "ec2.amazonaws.com",
      "ec2.amazonaws.com.cn",
    ]);
  });
});
