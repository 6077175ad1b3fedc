import { expect } from "chai";
import { accountsOf, isProduction, isSensitive, placesOf, selectedAccounts, serversIn, sortedKeys } from "../../fleet/places";
import type { FleetInput } from "../../fleet/schema/fleet-file";
import { oneAccount, twoAccounts, TWO_ACCOUNTS } from "../support/two-accounts";

const fleet = twoAccounts();
type GroupInput = FleetInput["groups"][string];

function withGroup(group: Partial<GroupInput>) {
  const one = twoAccounts({ groups: { web: { ring: "prod", baselines: ["ubuntu"], ...group } } });
  return { one, group: one.groups["web"]! };
}

describe("places", () => {
  it("sort names the same whatever their order", () => {
    expect(sortedKeys({ b: 1, a: 2, "a-b": 3, B: 4 })).to.deep.equal(["B", "a", "a-b", "b"]);
  });

  it("are those of the accounts selected by name or by all of some labels", () => {
    expect(selectedAccounts(fleet, ["prod", "nonprod"])).to.deep.equal(["nonprod", "prod"]);
    expect(selectedAccounts(fleet, { env: "prod" })).to.deep.equal(["prod"]);
    expect(selectedAccounts(fleet, { env: "prod", team: "web" })).to.deep.equal([]);
  });

  it("are those of every account but the central one where nothing is selected", () => {
    expect(selectedAccounts(fleet, undefined)).to.deep.equal(["nonprod", "prod"]);
    expect(selectedAccounts(oneAccount(), undefined)).to.deep.equal(["dev"]);
  });

  it("are a group's own, else its ring's, in its own regions only", () => {
    expect(accountsOf(fleet, fleet.groups["application"]!)).to.deep.equal(["prod"]);
    const own = withGroup({ accounts: ["nonprod"] });
    expect(accountsOf(own.one, own.group)).to.deep.equal(["nonprod"]);
    expect(placesOf(fleet, fleet.groups["application"]!)).to.deep.equal([
      { account: "prod", region: "eu-west-1" },
      { account: "prod", region: "us-east-1" },
    ]);
    expect(placesOf(fleet, fleet.groups["database"]!)).to.deep.equal([{ account: "prod", region: "eu-west-1" }]);
  });

  it("are production when all accounts say so", () => {
    expect(isProduction(fleet, fleet.groups["application"]!)).to.equal(true);
    expect(isProduction(fleet, fleet.groups["nonprod"]!)).to.equal(false);
    const both = withGroup({ accounts: ["nonprod", "prod"] });
    expect(isProduction(both.one, both.group)).to.equal(false);
    const none = withGroup({ accounts: { env: "nowhere" } });
    expect(isProduction(none.one, none.group)).to.equal(false);
  });

  it("know a group as sensitive by its review", () => {
    expect(isSensitive(fleet.groups["database"]!)).to.equal(true);
    expect(isSensitive(fleet.groups["application"]!)).to.equal(false);
  });

  it("count servers for all places, by account, or by account and region; null where nobody knows", () => {
    const count = (servers: GroupInput["servers"], region = "eu-west-1") => {
      const { group } = withGroup(servers === undefined ? {} : { servers });
      return serversIn(group, { account: "prod", region });
    };
    expect(count(undefined)).to.equal(null);
    expect(count(7)).to.equal(7);
    expect(count(0)).to.equal(0);
    expect(count({ prod: 7 }, "us-east-1")).to.equal(7);
    expect(count({ nonprod: 7 })).to.equal(null);
    expect(count({ prod: { "eu-west-1": 7 } })).to.equal(7);
    expect(count({ prod: { "eu-west-1": 7 } }, "us-east-1")).to.equal(null);
    expect(count(TWO_ACCOUNTS.groups.files.servers)).to.equal(20);
  });
});
