import { expect } from "chai";
import { readSettings } from "../../stacks/settings";
import { run, succeeded } from "../support/program-run";

describe("the settings of a stack", () => {
  it("name the fleet file, fleet.yaml where nobody says, and the folder of changes where somebody says", async () => {
    const settings = async (config: Record<string, string>) =>
      succeeded(await run(() => ({ ...readSettings(), changesFolder: readSettings().changesFolder ?? "beside" }), { config }))
        .outputs;
    expect(await settings({})).to.deep.equal({ fleetFile: "fleet.yaml", changesFolder: "beside" });
    expect(await settings({ "fleet-patching:fleet": "other/fleet.yaml", "fleet-patching:changes": "reviewed" })).to.deep.equal({
      fleetFile: "other/fleet.yaml",
      changesFolder: "reviewed",
    });
  });
});
