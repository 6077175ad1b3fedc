import { expect } from "chai";
import { NOTHING_EXPECTED, expectedOf } from "../../evidence/expected";
import { open } from "../../fleet/open";

const AS_OF = "2026-11-20T08:00:00Z";
const FLEET = `
organization: { id: o-a1b2c3d4e5, managementAccount: "333333333333" }
accounts:
  dev: { id: "111111111111", regions: [eu-west-1, us-east-1] }
  prod: { id: "222222222222", regions: [eu-west-1] }
baselines:
  linux: { system: AMAZON_LINUX_2023, rules: [{ classification: [Security], severity: [Critical], compliance: HIGH }] }
rings:
  - { name: first, install: tuesdays 22:00, zone: Europe/Paris }
  - { name: second, after: first, soak: 1 days, install: sundays 02:00, zone: Europe/Paris }
groups:
  a: { ring: first, accounts: [dev], baselines: [linux], servers: { dev: 7 } }
  b: { ring: second, accounts: [prod], baselines: [linux], servers: 5, pendingReboot: 2 days, tag: db }
central: { account: prod, home: eu-west-1 }
hybrid:
  azure:
    account: prod
    region: eu-west-1
    group: b
    renewed: 2026-11-15
    azure:
      subscription: 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0
      machines: [{ name: app-01, resourceGroup: rg, location: westeurope, system: linux }]
`;

describe("expectedOf", () => {
  it("takes groups, counts, machines and rings from the plan, with the accounts' numbers", () => {
    const opened = open(FLEET, "fleet.yaml", AS_OF);
    if ("problems" in opened) throw new Error(JSON.stringify(opened.problems));
    const { tagKey, groups, counts, machines, rings } = expectedOf(opened.plan);
    const dev = { account: "111111111111", group: "a", tag: "a", ring: "first", pendingReboot: 72 };
    expect({ tagKey, groups, counts, machines, rings }).to.deep.equal({
      tagKey: "PatchGroup",
      groups: [
        { ...dev, region: "eu-west-1" },
        { ...dev, region: "us-east-1" },
        { account: "222222222222", region: "eu-west-1", group: "b", tag: "db", ring: "second", pendingReboot: 48 },
      ],
      counts: [
        { account: "111111111111", region: null, group: "a", tag: "a", servers: 7 },
        { account: "222222222222", region: "eu-west-1", group: "b", tag: "db", servers: 5 },
      ],
      machines: [{ account: "222222222222", region: "eu-west-1", tag: "db", name: "app-01" }],
      rings: [
        { ring: "first", before: null },
        { ring: "second", before: "first" },
      ],
    });
  });

  it("counts a group's servers in their account where it is but one, and nowhere where there are several", () => {
    const countOf = (group: string) => {
      const opened = open(FLEET.replace("accounts: [dev], baselines: [linux], servers: { dev: 7 }", group), "fleet.yaml", AS_OF);
      if ("problems" in opened) throw new Error(JSON.stringify(opened.problems));
      return expectedOf(opened.plan).counts[0];
    };
    const count = { region: null, group: "a", tag: "a", servers: 7 };
    expect(countOf("accounts: [dev], baselines: [linux], servers: 7")).to.deep.equal({ ...count, account: "111111111111" });
    expect(countOf("accounts: [dev, prod], baselines: [linux], servers: 7")).to.deep.equal({ ...count, account: null });
  });

  it("knows ended systems without any fleet", () => {
    expect(NOTHING_EXPECTED.ended).to.deep.include({ platform: "WindowsServer", version: "2012R2", on: "2026-10-13" });
    expect(NOTHING_EXPECTED.groups).to.deep.equal([]);
  });
});
