import { expect } from "chai";
import { identityOf, planMember, scanOf } from "../../../fleet/plan/member";
import { planRings } from "../../../fleet/plan/ring";
import { oneAccount, twoAccounts } from "../../support/two-accounts";

const fleet = twoAccounts();

describe("the plan of an execution account", () => {
  it("holds its regions, sorted, and the definitions of central that its baselines must equal", () => {
    const member = planMember(fleet, "prod", planRings(fleet));
    expect(member.home).to.deep.equal({ account: "222222222222", region: "eu-west-1" });
    expect(member.tagKey).to.equal("PatchGroup");
    expect(member.regions.map(({ region }) => region)).to.deep.equal(["eu-west-1", "us-east-1"]);
    expect(member.published.map(({ baseline }) => baseline)).to.deep.equal([
      "ubuntu",
      "windows",
      "default-amazon-linux-2023",
      "default-ubuntu",
      "default-windows",
    ]);
  });

  it("compares nothing in the account that publishes itself", () => {
    const central = twoAccounts({ central: { account: "prod", home: "eu-west-1" } });
    expect(planMember(central, "prod", planRings(central)).published).to.deep.equal([]);
    expect(planMember(oneAccount(), "dev", planRings(oneAccount())).published).to.deep.equal([]);
  });

  it("knows the ARNs of its roles before they are made, in any partition", () => {
    expect(identityOf(fleet, "prod")).to.deep.equal({
      windowRole: "arn:aws:iam::444444444444:role/fleet-window",
      runbookRole: "arn:aws:iam::444444444444:role/fleet-runbook",
      nodePolicy: "arn:aws:iam::444444444444:policy/fleet-node",
    });
    const gov = oneAccount({ accounts: { dev: { id: "111122223333", regions: ["us-gov-east-1"] } } });
    expect(identityOf(gov, "dev").nodePolicy).to.equal("arn:aws-us-gov:iam::111122223333:policy/fleet-node");
  });

  it("scans at the file's time, in the grammar of associations and in words", () => {
    expect(scanOf(fleet)).to.deep.equal({
      schedule: "wednesdays 12:00 UTC",
      expression: "cron(0 12 ? * WED *)",
      words: "every Wednesday at 12:00 UTC",
    });
    expect(scanOf(twoAccounts({ scan: "rate(7 days)" })).expression).to.equal("rate(7 days)");
  });
});
