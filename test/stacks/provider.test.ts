import { expect } from "chai";
import { accountProvider } from "../../stacks/provider";
import { named, run } from "../support/program-run";

describe("the provider of a stack", () => {
  it("works in its own account only", async () => {
    const result = await run(() => {
      accountProvider({ key: "prod", id: "444444444444", partition: "aws" }, "eu-west-1");
    });
    const { type, inputs } = named(result, "aws");
    expect(type).to.equal("pulumi:providers:aws");
    // A provider's lists travel as JSON.
    expect(inputs).to.deep.include({ allowedAccountIds: '["444444444444"]', region: "eu-west-1" });
  });
});
