import { expect } from "chai";
import { planEnded, planGroups, planRejections } from "../../../fleet/plan/group";
import { oneAccount, ONE_ACCOUNT, TWO_ACCOUNTS, twoAccounts } from "../../support/two-accounts";

describe("the groups of a plan", () => {
  it("say what everyone beside the stacks needs to know of them, sorted by name", () => {
    const groups = planGroups(twoAccounts());
    expect(groups.map(({ name }) => name)).to.deep.equal(["application", "database", "files", "nonprod"]);
    expect(groups[0]).to.deep.equal({
      name: "application",
      tag: "Application servers",
      ring: "prod",
      systems: ["AMAZON_LINUX_2023", "UBUNTU"],
      production: true,
      sensitive: false,
      places: [
        { account: "prod", region: "eu-west-1" },
        { account: "prod", region: "us-east-1" },
      ],
      counts: [{ account: "prod", region: "eu-west-1", servers: 90 }],
      pendingReboot: 72,
      approvers: [],
      hours: 6,
    });
    expect(groups[1]).to.deep.include({ tag: "database", sensitive: true });
    expect(groups[3]).to.deep.include({ production: false, systems: ["UBUNTU", "WINDOWS"] });
  });

  it("say how long a window finishes all of their servers", () => {
    const hours = (change: object) =>
      planGroups(twoAccounts({ groups: { database: { ...TWO_ACCOUNTS.groups.database, ...change } } }))[0]?.hours;
    expect(hours({ servers: { prod: { "eu-west-1": 10 } } })).to.equal(6);
    expect(hours({ servers: { prod: { "eu-west-1": 10 } }, concurrency: 1, perServer: "60 minutes" })).to.equal(12);
    expect(hours({ servers: { prod: { "eu-west-1": 100 } }, concurrency: 1, perServer: "60 minutes" })).to.equal(null);
  });
});

describe("the rejections of a plan", () => {
  it("are those of every baseline, with owner, reason and expiry", () => {
    const entry = { patch: "linux-aws*", owner: "kernel-team", why: "tested by hand", until: "2027-01-31" };
    const ubuntu = { ...ONE_ACCOUNT.baselines.ubuntu, reject: [entry] };
    expect(planRejections(oneAccount({ baselines: { ubuntu } }))).to.deep.equal([{ baseline: "ubuntu", ...entry }]);
    expect(planRejections(oneAccount())).to.deep.equal([]);
  });
});

describe("the acknowledgements of a plan", () => {
  it("are those of the file, sorted by what they acknowledge", () => {
    const known = { owner: "platform", why: "extended support" };
    expect(planEnded(oneAccount({ ended: { "Ubuntu20.04": known, AMAZON_LINUX_2: known } }))).to.deep.equal([
      { name: "AMAZON_LINUX_2", ...known },
      { name: "Ubuntu20.04", ...known },
    ]);
  });
});
