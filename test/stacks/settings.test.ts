import { expect } from "chai";
import { readSettings } from "../../stacks/settings";
import { run, succeeded } from "../support/program-run";

describe("the settings of a stack", () => {
  it("name the fleet file, fleet.yaml where nobody says", async () => {
    const settings = async (config: Record<string, string>) =>
      succeeded(await run(() => ({ ...readSettings() }), { config })).outputs;
    expect(await settings({})).to.deep.equal({ fleetFile: "fleet.yaml" });
    expect(await settings({ "fleet-patching:fleet": "other/fleet.yaml" })).to.deep.equal({ fleetFile: "other/fleet.yaml" });
  });
});
