import { expect } from "chai";
import { policyFindings, type PolicyUse } from "./iam-policy-document";

const instance = "arn:aws:ec2:*:111122223333:instance/*";
const patch = "arn:aws:ssm:*:*:document/AWS-RunPatchBaseline";
const sending = { Effect: "Allow", Action: ["ssm:SendCommand"], Resource: [patch] };

function reasons(statement: object | object[], use: PolicyUse = "inline"): string[] {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: statement });
  return policyFindings(policy, "policy", use).map(({ reason }) => reason.replace("MalformedPolicyDocument: ", ""));
}

describe("a policy judged by AWS's service authorization reference", () => {
  it("passes when every action, resource and condition key exists and meets", () => {
    const tagged = { StringEquals: { "aws:ResourceTag/PatchGroup": ["web"] }, Null: { "ssm:resourceTag/env": "false" } };
    expect(
      reasons([sending, { Effect: "Allow", Action: "ssm:SendCommand", Resource: instance, Condition: tagged }]),
    ).to.deep.equal([]);
    expect(reasons({ Effect: "Allow", Action: ["ssm:ListCommands", "ssm:GetParameter*"], Resource: "*" })).to.deep.equal([]);
  });

  it("rejects an action that AWS does not have", () => {
    expect(reasons({ Sid: "Write", Effect: "Allow", Action: "ssm:ModifyPatchBaseline", Resource: "*" })).to.deep.equal([
      "Write: AWS has no action ssm:ModifyPatchBaseline",
    ]);
    expect(reasons({ Effect: "Allow", Action: "ssm:Patch*", Resource: "*" })).to.deep.equal([
      "statement 1: AWS has no action ssm:Patch*",
    ]);
    expect(reasons({ Effect: "Allow", Action: "systemsmanager:SendCommand", Resource: "*" })).to.have.length(1);
  });

  it("rejects a resource that none of the actions knows", () => {
    const bucket = "arn:aws:s3:::fleet/*";
    expect(
      reasons({
        Effect: "Allow",
        Action: "ssm:GetParameter",
        Resource: ["arn:aws:ssm:*:111122223333:parameter/fleet/*", bucket],
      }),
    ).to.deep.equal([`statement 1: none of its actions is granted on ${bucket}`]);
  });

  it("rejects an action that is granted on everything only, or on none of the resources", () => {
    expect(reasons({ Effect: "Allow", Action: "ssm:ListCommands", Resource: patch })[0]).to.equal(
      'statement 1: ssm:ListCommands knows no resources: only "*" grants it',
    );
    expect(reasons({ Effect: "Allow", Action: ["ssm:GetParameter", "ssm:SendCommand"], Resource: patch })[0]).to.equal(
      "statement 1: ssm:GetParameter is granted on parameter, and none of these is here",
    );
  });

  it("rejects an action without a resource that it needs beside others", () => {
    expect(reasons({ Effect: "Allow", Action: "ssm:SendCommand", Resource: instance })).to.deep.equal([
      "ssm:SendCommand also needs a resource of type document",
    ]);
  });

  it("rejects a condition key that no request has, and an operator that does not exist", () => {
    const condition = { StringIs: { "ssm:ResourceName": "a" } };
    expect(reasons({ ...sending, Condition: condition })).to.deep.equal([
      "statement 1: there is no condition operator StringIs",
      "statement 1: no request of its actions has the condition key ssm:ResourceName",
    ]);
    expect(
      reasons({
        Effect: "Allow",
        Action: "ssm:ListCommands",
        Resource: "*",
        Condition: { StringEquals: { "aws:ResourceTag/a": "b" } },
      }),
    ).to.deep.equal(["statement 1: no request of its actions has the condition key aws:ResourceTag/a"]);
  });

  it("rejects a text that is not an ARN, a second Sid, a principal where none belongs, too many characters", () => {
    expect(reasons({ ...sending, Resource: [patch, "document/AWS-RunPatchBaseline"] })).to.include(
      "statement 1: document/AWS-RunPatchBaseline is no ARN",
    );
    expect(
      reasons([
        { ...sending, Sid: "A" },
        { ...sending, Sid: "A" },
      ]),
    ).to.deep.equal(["two statements have the same Sid"]);
    expect(reasons({ ...sending, Principal: "*" })).to.deep.equal(["a statement of this policy has no Principal"]);
    const many = Array.from({ length: 200 }, (_, index) => `arn:aws:ssm:*:111122223333:document/fleet-install-${index}`);
    expect(reasons({ ...sending, Resource: many }, "managed")[0]).to.match(/^has \d+ characters, more than 6144$/u);
  });

  it("judges who may take on a role", () => {
    const trust = { Effect: "Allow", Principal: { Service: "ssm.amazonaws.com" }, Action: "sts:AssumeRole" };
    const own = { StringEquals: { "aws:SourceAccount": "111122223333", "sts:ExternalId": "x" } };
    expect(reasons({ ...trust, Condition: own }, "trust")).to.deep.equal([]);
    expect(reasons({ ...trust, Resource: "*" }, "trust")).to.deep.equal(["a statement of this policy has no Resource"]);
    expect(reasons({ ...trust, Action: "ssm:SendCommand" }, "trust")).to.deep.equal([
      "nobody takes on a role by ssm:SendCommand",
    ]);
    expect(reasons({ ...trust, Principal: { Service: "ssm" } }, "trust")).to.deep.equal(["there is no service ssm"]);
    expect(reasons({ Effect: "Allow", Action: "sts:AssumeRole" }, "trust")).to.deep.equal(["a statement has no Principal"]);
    expect(reasons({ ...trust, Condition: { StringEquals: { "aws:AccountOfSource": "1" } } }, "trust")).to.have.length(1);
  });
});
