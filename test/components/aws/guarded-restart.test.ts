import { expect } from "chai";
import { GuardedRestart } from "../../../components/aws";
import { runbookText } from "../../../components/aws/runbooks/automation";
import { restartRunbook } from "../../../components/aws/runbooks/restart";
import { componentShape, previewed, shapes, TAGS } from "../../support/component-run";
import { named } from "../../support/program-run";
import { RESTART_ARGS } from "../../support/runbook-args";

describe("GuardedRestart", () => {
  it("is the document of one group's restart, in which all of the run is written", async () => {
    const result = await previewed((opts) => {
      new GuardedRestart("web", { ...RESTART_ARGS, region: "eu-west-1", runbookName: "fleet-restart-web", tags: TAGS }, opts);
    });
    expect(shapes(result)).to.deep.equal([
      componentShape("GuardedRestart", "web"),
      {
        type: "aws.ssm.Document",
        name: "web-runbook",
        parent: "web",
        inputs: {
          region: "eu-west-1",
          name: "fleet-restart-web",
          documentType: "Automation",
          documentFormat: "JSON",
          content: runbookText(restartRunbook(RESTART_ARGS)),
          tags: TAGS,
        },
        options: { deleteBeforeReplace: true },
      },
    ]);
    expect(named(result, "web").outputs).to.deep.equal({ runbookName: "fleet-restart-web" });
  });
});
