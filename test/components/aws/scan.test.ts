import { expect } from "chai";
import { Scan } from "../../../components/aws";
import { componentShape, previewed, shapes, TAGS } from "../../support/component-run";

describe("Scan", () => {
  it("scans every managed server at its times only, and restarts none", async () => {
    const result = await previewed((opts) => {
      new Scan(
        "scan",
        { region: "eu-west-1", associationName: "fleet-scan", schedule: "cron(0 12 ? * WED *)", tags: TAGS },
        opts,
      );
    });
    expect(shapes(result)).to.deep.equal([
      componentShape("Scan", "scan"),
      {
        type: "aws.ssm.Association",
        name: "scan-association",
        parent: "scan",
        inputs: {
          region: "eu-west-1",
          associationName: "fleet-scan",
          name: "AWS-RunPatchBaseline",
          documentVersion: "$DEFAULT",
          parameters: { Operation: "Scan", RebootOption: "NoReboot" },
          targets: [{ key: "InstanceIds", values: ["*"] }],
          scheduleExpression: "cron(0 12 ? * WED *)",
          applyOnlyAtCronInterval: true,
          maxConcurrency: "50%",
          maxErrors: "100%",
          complianceSeverity: "HIGH",
          tags: TAGS,
        },
        options: {},
      },
    ]);
  });
});
