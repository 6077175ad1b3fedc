import { expect } from "chai";
import { Inventory } from "../../../components/aws";
import { componentShape, previewed, shapes, TAGS } from "../../support/component-run";

describe("Inventory", () => {
  it("is one association on every managed server, at a rate", async () => {
    const result = await previewed((opts) => {
      new Inventory("inventory", { region: "eu-west-1", associationName: "fleet-inventory", tags: TAGS }, opts);
    });
    expect(shapes(result)).to.deep.equal([
      componentShape("Inventory", "inventory"),
      {
        type: "aws.ssm.Association",
        name: "inventory-association",
        parent: "inventory",
        inputs: {
          region: "eu-west-1",
          associationName: "fleet-inventory",
          name: "AWS-GatherSoftwareInventory",
          documentVersion: "$DEFAULT",
          parameters: {
            applications: "Enabled",
            awsComponents: "Enabled",
            windowsUpdates: "Enabled",
            instanceDetailedInformation: "Enabled",
          },
          targets: [{ key: "InstanceIds", values: ["*"] }],
          scheduleExpression: "rate(12 hours)",
          complianceSeverity: "UNSPECIFIED",
          tags: TAGS,
        },
        options: {},
      },
    ]);
  });
});
