import { expect } from "chai";
import { installWindows } from "../../../fleet/install-windows";
import { capacityIn, minutesAServer, planGroupRun, rebootOf } from "../../../fleet/plan/group-run";
import { planRings } from "../../../fleet/plan/ring";
import { oneAccount, twoAccounts } from "../../support/two-accounts";

const fleet = twoAccounts();

function runOf(name: string, region: string) {
  const group = fleet.groups[name]!;
  const window = installWindows(fleet).find((each) => each.groups.includes(name))!;
  const ring = planRings(fleet).find((each) => each.name === group.ring)!;
  return planGroupRun(fleet, window, name, group, { account: group.ring, region }, ring.release);
}

describe("a group's run", () => {
  it("is decided whole: servers by tag, rates in AWS's spelling, what the gate asks, how long each part may take", () => {
    expect(runOf("application", "eu-west-1")).to.deep.equal({
      group: "application",
      tag: "Application servers",
      ring: "prod",
      operation: "install",
      runbook: "fleet-install-application",
      reboot: "RebootIfNeeded",
      concurrency: "10%",
      errors: "5%",
      production: true,
      sensitive: false,
      calendar: "fleet-calendar-prod",
      declared: "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/prod/declared",
      proved: "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/prod/proved",
      manifest: null,
      approval: null,
      waves: [],
      servers: 90,
      // 6 hours less 105 minutes for gate, two scans and reconciliation; nine servers at once make ten waves.
      capacity: {
        fits: true,
        findings: [],
        waves: 10,
        installSeconds: 15_300,
        timeoutSeconds: 12_900,
        stepTimeoutSeconds: 2400,
        canFinish: null,
      },
    });
  });

  it("asks no proved release of a first ring, and knows no number of servers where the file gives none", () => {
    const { production, proved, capacity } = runOf("nonprod", "eu-west-1");
    expect({ production, proved, waves: capacity.waves }).to.deep.equal({ production: false, proved: null, waves: 2 });
    const elsewhere = runOf("application", "us-east-1");
    expect([elsewhere.servers, elsewhere.capacity.waves]).to.deep.equal([null, 10]);
  });

  it("takes the length of the group's own window", () => {
    const { capacity } = runOf("files", "us-east-1");
    // 5 hours less 105 minutes; two waves of thirty minutes.
    expect(capacity).to.deep.include({
      waves: 2,
      installSeconds: 11_700,
      timeoutSeconds: 5850,
      stepTimeoutSeconds: 5850,
      canFinish: 60,
    });
  });

  it("gives a server ten minutes, thirty where Windows is among the systems, or what the file says", () => {
    const minutes = (baselines: string[], perServer?: string) => {
      const group = { ring: "dev", baselines, ...(perServer === undefined ? {} : { perServer }) };
      const one = oneAccount({ groups: { dev: group } });
      return minutesAServer(one, one.groups["dev"]!);
    };
    expect(minutes(["ubuntu"])).to.equal(10);
    expect(minutes(["ubuntu", "AWS-DefaultPatchBaseline"])).to.equal(30);
    expect(minutes(["AWS-DefaultPatchBaseline"], "25 minutes")).to.equal(25);
  });

  it("restarts if needed, never where a review is required, or as the file says", () => {
    const reboot = (name: string) => rebootOf(fleet.groups[name]!);
    expect(["application", "database", "files"].map(reboot)).to.deep.equal(["RebootIfNeeded", "NoReboot", "NoReboot"]);
  });

  it("rejects more servers than its window can finish", () => {
    const crowded = oneAccount({ groups: { dev: { ring: "dev", baselines: ["ubuntu"], concurrency: 1, servers: 14 } } });
    const [window] = installWindows(crowded);
    const capacity = capacityIn(crowded, window!, crowded.groups["dev"]!, { account: "dev", region: "eu-west-1" });
    expect([capacity.fits, capacity.canFinish]).to.deep.equal([false, 13]);
  });
});
