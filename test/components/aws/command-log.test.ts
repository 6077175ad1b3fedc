import { expect } from "chai";
import { CommandLog } from "../../../components/aws";
import { componentShape, previewed, shapes, TAGS } from "../../support/component-run";
import { named } from "../../support/program-run";

describe("CommandLog", () => {
  it("keeps the output of commands for 400 days and is never deleted by accident", async () => {
    const result = await previewed((opts) => {
      new CommandLog("log", { region: "eu-central-1", logGroupName: "/fleet/commands", tags: TAGS }, opts);
    });
    expect(shapes(result)).to.deep.equal([
      componentShape("CommandLog", "log"),
      {
        type: "aws.cloudwatch.LogGroup",
        name: "log-group",
        parent: "log",
        inputs: { region: "eu-central-1", name: "/fleet/commands", retentionInDays: 400, tags: TAGS },
        options: { deleteBeforeReplace: true, protect: true },
      },
    ]);
    expect(named(result, "log").outputs).to.deep.equal({ logGroupName: "/fleet/commands" });
  });
});
