import { expect } from "chai";
import { UpdatersOff } from "../../../components/aws";
import { updatersOffText } from "../../../components/aws/runbooks/updaters-off";
import { componentShape, previewed, shapes, TAGS } from "../../support/component-run";

describe("UpdatersOff", () => {
  it("turns off the systems' own updaters on every managed server, each day anew", async () => {
    const result = await previewed((opts) => {
      new UpdatersOff("off", { region: "eu-west-1", documentName: "fleet-updaters-off", tags: TAGS }, opts);
    });
    expect(shapes(result)).to.deep.equal([
      componentShape("UpdatersOff", "off"),
      {
        type: "aws.ssm.Association",
        name: "off-association",
        parent: "off",
        inputs: {
          region: "eu-west-1",
          associationName: "fleet-updaters-off",
          name: "fleet-updaters-off",
          documentVersion: "$DEFAULT",
          targets: [{ key: "InstanceIds", values: ["*"] }],
          scheduleExpression: "rate(1 day)",
          maxConcurrency: "50%",
          maxErrors: "100%",
          complianceSeverity: "CRITICAL",
          tags: TAGS,
        },
        options: {},
      },
      {
        type: "aws.ssm.Document",
        name: "off-document",
        parent: "off",
        inputs: {
          region: "eu-west-1",
          name: "fleet-updaters-off",
          documentType: "Command",
          documentFormat: "JSON",
          targetType: "/",
          content: updatersOffText(),
          tags: TAGS,
        },
        options: { deleteBeforeReplace: true },
      },
    ]);
  });

  it("makes the document before the association that runs it", async () => {
    const result = await previewed((opts) => {
      new UpdatersOff("off", { region: "eu-west-1", documentName: "fleet-updaters-off", tags: TAGS }, opts);
    });
    const association = result.resources.find(({ name }) => name === "off-association");
    const document = result.resources.find(({ name }) => name === "off-document");
    expect(association?.propertyDependencies["name"]).to.deep.equal([document?.urn]);
  });
});
