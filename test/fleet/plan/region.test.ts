import { expect } from "chai";
import { executionAccounts, planRegion } from "../../../fleet/plan/region";
import { planRings } from "../../../fleet/plan/ring";
import type { Fleet, FleetInput } from "../../../fleet/schema/fleet-file";
import { twoAccounts, TWO_ACCOUNTS } from "../../support/two-accounts";

const regionOf = (fleet: Fleet, account: string, region: string) => planRegion(fleet, { account, region }, planRings(fleet));
const fleet = twoAccounts();

function tierWith(hybrid: NonNullable<FleetInput["hybrid"]>, changes: Partial<FleetInput> = {}) {
  return regionOf(twoAccounts({ ...changes, hybrid }), "prod", "eu-west-1").tier;
}
const place = { account: "prod", region: "eu-west-1", renewed: "2026-11-15" };

describe("the plan of a region", () => {
  it("holds what its groups use, and the default of every system of the fleet", () => {
    const plan = regionOf(fleet, "nonprod", "eu-west-1");
    expect(plan.baselines.map(({ key }) => key)).to.deep.equal([
      "ubuntu",
      "windows",
      "default-amazon-linux-2023",
      "default-ubuntu",
      "default-windows",
    ]);
    expect(plan.predefined).to.deep.equal([]);
    expect(plan.defaults.map(({ system }) => system)).to.deep.equal(["AMAZON_LINUX_2023", "UBUNTU", "WINDOWS"]);
    expect(regionOf(fleet, "prod", "us-east-1").predefined).to.deep.equal(["AWS-AmazonLinux2023DefaultPatchBaseline"]);
  });

  it("has a window for each ring and each group with a schedule of its own, with the groups that are there", () => {
    const windows = regionOf(fleet, "prod", "eu-west-1").windows;
    expect(windows.map(({ key, name, runs }) => [key, name, runs.map((run) => run.group)])).to.deep.equal([
      ["prod", "fleet-prod", ["application"]],
      ["prod-files", "fleet-prod-files", ["files"]],
    ]);
  });

  it("has no standing window for a group under review, and the calendar that an approval would ask", () => {
    const reviewed = twoAccounts({ groups: { database: TWO_ACCOUNTS.groups.database } });
    const plan = regionOf(reviewed, "prod", "eu-west-1");
    expect([plan.windows, plan.calendars.map(({ name }) => name)]).to.deep.equal([[], ["fleet-calendar-prod"]]);
    expect(plan.registrations.map(({ group }) => group)).to.deep.equal(["database"]);
  });

  it("has the calendar of each ring that installs there, and of no other", () => {
    const rings = planRings(fleet);
    expect(regionOf(fleet, "prod", "us-east-1").calendars).to.deep.equal([
      { key: "prod", ring: "prod", name: "fleet-calendar-prod", text: rings[1]?.calendar },
    ]);
  });

  it("stays on the standard tier up to 1,000 machines, and leaves it above, counted over all entries of the place", () => {
    const machines = (count: number) => ({ ...place, group: "application", onPremises: { linux: count } });
    expect(tierWith({ one: machines(1000) })).to.equal(null);
    expect(tierWith({ one: machines(900), two: machines(101) })).to.equal("advanced");
    expect(tierWith({ one: machines(900), two: { ...machines(101), region: "us-east-1" } })).to.equal(null);
    expect(tierWith({})).to.equal(null);
  });

  it("leaves the standard tier where Microsoft's applications are patched", () => {
    const files = { ...place, group: "files", onPremises: { windows: 1 } };
    const office = {
      system: "WINDOWS" as const,
      rules: [{ patchSet: ["APPLICATION" as const], productFamily: ["Office"], delay: "5 days" }],
    };
    const groups = (baseline: string) => ({ files: { ...TWO_ACCOUNTS.groups.files, baselines: [baseline] } });
    expect(tierWith({ files })).to.equal(null);
    expect(tierWith({ files }, { baselines: { office }, groups: groups("office") })).to.equal("advanced");
    expect(tierWith({ files }, { groups: groups("AWS-WindowsPredefinedPatchBaseline-OS-Applications") })).to.equal("advanced");
    expect(tierWith({ files }, { groups: groups("AWS-WindowsPredefinedPatchBaseline-OS") })).to.equal(null);
  });

  it("is made for the accounts in which a group has servers", () => {
    expect(executionAccounts(fleet)).to.deep.equal(["nonprod", "prod"]);
  });
});
