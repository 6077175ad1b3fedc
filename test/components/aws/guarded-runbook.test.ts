import { expect } from "chai";
import { GuardedRunbook } from "../../../components/aws";
import { runbookText } from "../../../components/aws/runbooks/automation";
import { installRunbook } from "../../../components/aws/runbooks/install";
import { componentShape, previewed, shapes, TAGS } from "../../support/component-run";
import { named } from "../../support/program-run";
import { RUNBOOK_ARGS } from "../../support/runbook-args";

describe("GuardedRunbook", () => {
  it("is the document of one group's run, in which all of the run is written", async () => {
    const result = await previewed((opts) => {
      new GuardedRunbook("web", { ...RUNBOOK_ARGS, region: "eu-west-1", runbookName: "fleet-install-web", tags: TAGS }, opts);
    });
    expect(shapes(result)).to.deep.equal([
      componentShape("GuardedRunbook", "web"),
      {
        type: "aws.ssm.Document",
        name: "web-runbook",
        parent: "web",
        inputs: {
          region: "eu-west-1",
          name: "fleet-install-web",
          documentType: "Automation",
          documentFormat: "JSON",
          content: runbookText(installRunbook(RUNBOOK_ARGS)),
          tags: TAGS,
        },
        options: { deleteBeforeReplace: true },
      },
    ]);
    expect(named(result, "web").outputs).to.deep.equal({ runbookName: "fleet-install-web" });
  });
});
