import { expect } from "chai";
import { RestartDocument } from "../../../components/aws";
import { restartText } from "../../../components/aws/runbooks/restart-servers";
import { componentShape, previewed, shapes, TAGS } from "../../support/component-run";
import { named } from "../../support/program-run";

describe("RestartDocument", () => {
  it("is one Command document, which nothing runs by itself", async () => {
    const result = await previewed((opts) => {
      new RestartDocument("restart", { region: "eu-west-1", documentName: "fleet-restart", tags: TAGS }, opts);
    });
    expect(shapes(result)).to.deep.equal([
      componentShape("RestartDocument", "restart"),
      {
        type: "aws.ssm.Document",
        name: "restart-document",
        parent: "restart",
        inputs: {
          region: "eu-west-1",
          name: "fleet-restart",
          documentType: "Command",
          documentFormat: "JSON",
          targetType: "/",
          content: restartText(),
          tags: TAGS,
        },
        options: { deleteBeforeReplace: true },
      },
    ]);
    expect(named(result, "restart").outputs).to.deep.equal({ documentName: "fleet-restart" });
  });
});
