import { expect } from "chai";
import { PatchFindings } from "../../../components/aws";
import { previewed } from "../../support/component-run";
import { made, named } from "../../support/program-run";

describe("PatchFindings", () => {
  it("lets Patch Manager's findings in, and turns nothing on", async () => {
    const result = await previewed((opts) => {
      new PatchFindings("findings", { region: "eu-west-1", partition: "aws" }, opts);
    });
    expect(named(result, "findings-subscription").inputs).to.deep.equal({
      region: "eu-west-1",
      productArn: "arn:aws:securityhub:eu-west-1::product/aws/ssm-patch-manager",
    });
    expect(made(result).filter(({ custom }) => custom)).to.have.lengthOf(1);
  });
});
