import { expect } from "chai";
import { AuditorRole } from "../../../components/aws";
import { trustPrincipals } from "../../../components/aws/policy-document";
import { previewed, shapes, TAGS } from "../../support/component-run";
import { evidenceReader } from "../../support/every-evidence-component";

const reader = evidenceReader({ account: "222222222222", partition: "aws" }, "eu-west-1");
const auditors = ["arn:aws:iam::555555555555:role/audit"];

async function made() {
  const all = shapes(
    await previewed((opts) => {
      new AuditorRole("auditor", { ...reader, roleName: "fleet-auditor", auditors, tags: TAGS }, opts);
    }),
  );
  return (name: string) => all.find((shape) => shape.name === name)!.inputs;
}

describe("AuditorRole", () => {
  it("can be taken on by those who are named, and by nobody else", async () => {
    expect((await made())("auditor-role")["assumeRolePolicy"]).to.equal(trustPrincipals(auditors));
    expect(JSON.parse(trustPrincipals(auditors)).Statement[0].Principal).to.deep.equal({ AWS: auditors });
  });

  it("writes nothing but answers to its own questions, deletes nothing, and uses the key of the evidence through S3 only", async () => {
    const { Statement } = JSON.parse((await made())("auditor-policy")["policy"] as string);
    const statements: { Sid: string; Action: string[]; Resource: string | string[]; Condition?: unknown }[] = Statement;
    const writes = statements.filter(({ Action }) => Action.some((action) => /Put|Delete|Create|Update|Abort/u.test(action)));
    expect(writes.map(({ Sid, Resource }) => [Sid, Resource])).to.deep.equal([
      ["WriteAnswers", ["arn:aws:s3:::fleet-evidence-222222222222-eu-west-1/results/*"]],
    ]);
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes("*"))).to.deep.equal([]);
    expect(statements.filter(({ Resource }) => Resource === "*")).to.deep.equal([]);
    expect(statements.find(({ Sid }) => Sid === "UseKey")).to.deep.include({
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: "arn:aws:kms:eu-west-1:222222222222:key/*",
      Condition: {
        StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/fleet-evidence" },
      },
    });
  });
});
