import { expect } from "chai";
import { planEnded, planGroups, planRejections } from "../../../fleet/plan/group";
import { oneAccount, ONE_ACCOUNT, twoAccounts } from "../../support/two-accounts";

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
      approvers: [],
      approvedHours: { durationHours: 6, cutoffHours: 1 },
      places: [
        { account: "prod", region: "eu-west-1" },
        { account: "prod", region: "us-east-1" },
      ],
      counts: [{ account: "prod", region: "eu-west-1", servers: 90 }],
      pendingReboot: 72,
    });
    expect(groups[1]).to.deep.include({ tag: "database", sensitive: true, approvers: ["ana@example.com"] });
    expect(groups[3]).to.deep.include({ production: false, systems: ["UBUNTU", "WINDOWS"] });
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
