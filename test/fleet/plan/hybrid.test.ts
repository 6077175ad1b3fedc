import { expect } from "chai";
import { planHybrid } from "../../../fleet/plan/hybrid";
import type { FleetInput } from "../../../fleet/schema/fleet-file";
import { twoAccounts } from "../../support/two-accounts";

type HybridInput = NonNullable<FleetInput["hybrid"]>[string];
const place = { account: "prod", region: "eu-west-1", group: "application", renewed: "2026-11-15" };

function planned(entry: Partial<HybridInput>) {
  const fleet = twoAccounts({ hybrid: { outside: { ...place, ...entry } } });
  return planHybrid(fleet, "outside", fleet.hybrid["outside"]!);
}

const machine = (name: string, resourceGroup: string, system: "linux" | "windows") => ({
  name,
  resourceGroup,
  location: "westeurope",
  system,
});

describe("the plan of hybrid machines", () => {
  it("joins machines elsewhere to a place and a group, with a script for each of their systems", () => {
    expect(planned({ onPremises: { linux: 12, windows: 0 } })).to.deep.equal({
      region: "eu-west-1",
      group: "application",
      tag: "Application servers",
      role: "fleet-hybrid-outside",
      expires: "2026-12-14T00:00:00Z",
      limit: 12,
      azure: null,
      scripts: ["linux"],
    });
    expect(planned({ onPremises: { linux: 1, windows: 2 } }).scripts).to.deep.equal(["linux", "windows"]);
  });

  it("lapses 29 days after the day of renewal, over the end of a year and a leap day", () => {
    const expires = (renewed: string) => planned({ renewed, onPremises: { linux: 1 } }).expires;
    expect(expires("2026-12-20")).to.equal("2027-01-18T00:00:00Z");
    expect(expires("2028-02-01")).to.equal("2028-03-01T00:00:00Z");
  });

  it("counts Azure's machines and those elsewhere, and puts Azure's in one order", () => {
    const machines = [machine("b", "files", "windows"), machine("a", "files", "windows"), machine("c", "apps", "linux")];
    const plan = planned({ azure: { subscription: "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", machines }, onPremises: { linux: 2 } });
    expect(plan.limit).to.equal(5);
    expect(plan.azure?.machines.map(({ resourceGroup, name }) => `${resourceGroup}/${name}`)).to.deep.equal([
      "apps/c",
      "files/a",
      "files/b",
    ]);
    expect(plan.scripts).to.deep.equal(["linux"]);
  });
});
