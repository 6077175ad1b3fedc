import { expect } from "chai";
import { HybridTier } from "../../../components/aws";
import { componentShape, previewed, shapes } from "../../support/component-run";

describe("HybridTier", () => {
  it("puts all hybrid machines of a region on the advanced tier", async () => {
    const result = await previewed((opts) => {
      new HybridTier("tier", { region: "eu-west-1", account: "222222222222", partition: "aws" }, opts);
    });
    expect(shapes(result)).to.deep.equal([
      componentShape("HybridTier", "tier"),
      {
        type: "aws.ssm.ServiceSetting",
        name: "tier-setting",
        parent: "tier",
        inputs: {
          region: "eu-west-1",
          settingId: "arn:aws:ssm:eu-west-1:222222222222:servicesetting/ssm/managed-instance/activation-tier",
          settingValue: "advanced",
        },
        options: { deleteBeforeReplace: true },
      },
    ]);
  });
});
