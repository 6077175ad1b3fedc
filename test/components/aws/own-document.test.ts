import { expect } from "chai";
import { RestartDocument } from "../../../components/aws";
import { ownDocument } from "../../../components/aws/own-document";
import { previewed, TAGS } from "../../support/component-run";
import { named } from "../../support/program-run";

const made = (kind: "Automation" | "Command") =>
  previewed((opts) => {
    const parent = new RestartDocument("parent", { region: "eu-west-1", documentName: "fleet-parent", tags: TAGS }, opts);
    ownDocument(parent, "own", { region: "eu-west-1", documentName: "fleet-own", kind, content: "{}", tags: TAGS });
  });

const OWN = { region: "eu-west-1", name: "fleet-own", documentFormat: "JSON", content: "{}", tags: TAGS };

describe("ownDocument", () => {
  it("makes a runbook without a kind of target", async () => {
    const { inputs, options } = named(await made("Automation"), "own");
    expect(inputs).to.deep.equal({ ...OWN, documentType: "Automation" });
    expect(options.deleteBeforeReplace).to.equal(true);
  });

  it("makes a command for servers of every kind", async () => {
    expect(named(await made("Command"), "own").inputs).to.deep.equal({ ...OWN, documentType: "Command", targetType: "/" });
  });
});
