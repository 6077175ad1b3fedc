import { expect } from "chai";
import { groupsIn } from "../../../fleet/places";
import { defaultsOf, definitionsOf, registrationsIn, systemsOf } from "../../../fleet/plan/baselines";
import { oneAccount, twoAccounts } from "../../support/two-accounts";

const fleet = twoAccounts();

describe("the baselines of a plan", () => {
  it("are for the systems of the groups and of the defaults, sorted", () => {
    expect(systemsOf(fleet)).to.deep.equal(["AMAZON_LINUX_2023", "UBUNTU", "WINDOWS"]);
    const more = twoAccounts({ defaults: { RASPBIAN: "AWS-DefaultRaspbianPatchBaseline" } });
    expect(systemsOf(more)).to.deep.equal(["AMAZON_LINUX_2023", "RASPBIAN", "UBUNTU", "WINDOWS"]);
  });

  it("have a default for each system, one that shows everything where the file names none", () => {
    expect(
      defaultsOf(twoAccounts({ defaults: { UBUNTU: "ubuntu", RASPBIAN: "AWS-DefaultRaspbianPatchBaseline" } })),
    ).to.deep.equal([
      { system: "AMAZON_LINUX_2023", baseline: "default-amazon-linux-2023" },
      { system: "RASPBIAN", baseline: "AWS-DefaultRaspbianPatchBaseline" },
      { system: "UBUNTU", baseline: "ubuntu" },
      { system: "WINDOWS", baseline: "default-windows" },
    ]);
  });

  it("are those that a group or a default uses, and no others", () => {
    const keys = ["ubuntu", "windows", "default-amazon-linux-2023", "default-ubuntu", "default-windows"];
    expect(definitionsOf(fleet).map(({ key }) => key)).to.deep.equal(keys);
    expect(definitionsOf(fleet).map(({ name }) => name)).to.deep.equal(keys.map((key) => `fleet-${key}`));
    const named = twoAccounts({ defaults: { SUSE: "unused" } });
    expect(definitionsOf(named).map(({ key }) => key)).to.include("unused");
  });

  it("show servers of no group all that is about security, at once, in the words of each family", () => {
    const shown = (baseline: string) => {
      const [first] = definitionsOf(oneAccount({ baselines: {}, groups: { dev: { ring: "dev", baselines: [baseline] } } }));
      return [first?.key, first?.definition];
    };
    const definition = (system: string, filters: object[], rest: object) => ({
      OperatingSystem: system,
      Description: "Shows every security update that servers of no group lack",
      ApprovalRules: {
        PatchRules: [
          { PatchFilterGroup: { PatchFilters: filters }, ComplianceLevel: "UNSPECIFIED", ApproveAfterDays: 0, ...rest },
        ],
      },
      ApprovedPatches: [],
      ApprovedPatchesComplianceLevel: "UNSPECIFIED",
      RejectedPatches: [],
      RejectedPatchesAction: "BLOCK",
    });
    const linux = { EnableNonSecurity: false };
    const lists = { ApprovedPatchesEnableNonSecurity: false, Sources: [] };
    const filter = (Key: string, ...Values: string[]) => ({ Key, Values });
    const all = filter("PRODUCT", "*");
    expect(shown("AWS-UbuntuDefaultPatchBaseline")).to.deep.equal([
      "default-ubuntu",
      { ...definition("UBUNTU", [all, filter("PRIORITY", "*")], linux), ...lists },
    ]);
    expect(shown("AWS-RockyLinuxDefaultPatchBaseline")).to.deep.equal([
      "default-rocky-linux",
      { ...definition("ROCKY_LINUX", [all, filter("CLASSIFICATION", "Security"), filter("SEVERITY", "*")], linux), ...lists },
    ]);
    expect(shown("AWS-SuseDefaultPatchBaseline")).to.deep.equal([
      "default-suse",
      { ...definition("SUSE", [all, filter("CLASSIFICATION", "Security"), filter("SEVERITY", "*")], linux), ...lists },
    ]);
    expect(shown("AWS-MacOSDefaultPatchBaseline")).to.deep.equal([
      "default-macos",
      {
        ...definition("MACOS", [all, filter("CLASSIFICATION", "*")], linux),
        ApprovedPatchesEnableNonSecurity: false,
      },
    ]);
    expect(shown("AWS-DefaultPatchBaseline")).to.deep.equal([
      "default-windows",
      {
        ...definition(
          "WINDOWS",
          [all, filter("CLASSIFICATION", "CriticalUpdates", "SecurityUpdates"), filter("MSRC_SEVERITY", "*")],
          {},
        ),
        AvailableSecurityUpdatesComplianceStatus: "NON_COMPLIANT",
      },
    ]);
  });

  it("go to the groups that have servers in a place, by group and system", () => {
    expect(groupsIn(fleet, { account: "prod", region: "us-east-1" }).map(([name]) => name)).to.deep.equal([
      "application",
      "files",
    ]);
    expect(groupsIn(fleet, { account: "security", region: "eu-west-1" })).to.deep.equal([]);
    expect(registrationsIn(fleet, { account: "prod", region: "eu-west-1" })).to.deep.equal([
      {
        group: "application",
        tag: "Application servers",
        system: "AMAZON_LINUX_2023",
        baseline: "AWS-AmazonLinux2023DefaultPatchBaseline",
      },
      { group: "application", tag: "Application servers", system: "UBUNTU", baseline: "ubuntu" },
      { group: "database", tag: "database", system: "UBUNTU", baseline: "ubuntu" },
      { group: "files", tag: "files", system: "WINDOWS", baseline: "windows" },
    ]);
    expect(registrationsIn(fleet, { account: "nonprod", region: "eu-west-1" }).map((each) => each.system)).to.deep.equal([
      "UBUNTU",
      "WINDOWS",
    ]);
  });

  it("rejects a baseline by the name of something that every object has", () => {
    const odd = oneAccount({ groups: { dev: { ring: "dev", baselines: ["constructor"] } } });
    expect(systemsOf(odd)).to.deep.equal([]);
    expect(registrationsIn(odd, { account: "dev", region: "eu-west-1" })).to.deep.equal([]);
  });
});
