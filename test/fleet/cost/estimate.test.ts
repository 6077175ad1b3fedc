import { expect } from "chai";
import { installRunbook } from "../../../components/aws/runbooks/install";
import { ASSUMED, estimate } from "../../../fleet/cost/estimate";
import type { Quantities } from "../../../fleet/cost/quantities";
import { RECORDED_ARGS } from "../../support/runbook-args";

const NOTHING: Quantities = {
  servers: 0,
  advancedNodes: 0,
  advancedParameters: 0,
  runs: 0,
  runsOfAccounts: [],
  serverRuns: 0,
  keys: 0,
  alarms: 0,
  addresses: 0,
  notices: 0,
  hasLake: false,
  retentionDays: 0,
  findings: false,
  scans: 0,
};

/** The dollars of one item of an estimate, to a hundredth of a cent. */
function usd(quantities: Partial<Quantities>, item: string): string {
  return (
    estimate({ ...NOTHING, ...quantities })
      .lines.find((line) => line.item === item)
      ?.usd.toFixed(4) ?? "none"
  );
}

describe("the estimate of a fleet's cost", () => {
  it("is nothing for nothing", () => {
    expect(estimate(NOTHING)).to.deep.include({ lines: [], total: 0 });
  });

  it("takes shared parameters, hybrid machines and keys by the month", () => {
    // 12 x 0.05
    expect(usd({ advancedParameters: 12 }, "Parameter Store: advanced parameters")).to.equal("0.6000");
    // 1,200 machines x 730 hours x 0.00695 = 876,000 x 0.00695
    expect(usd({ advancedNodes: 1200 }, "Systems Manager: advanced hybrid tier")).to.equal("6088.2000");
    expect(usd({ keys: 2 }, "KMS: keys")).to.equal("2.0000");
  });

  it("takes what the lake holds, writes and reads", () => {
    const lake = { hasLake: true, servers: 1000, retentionDays: 400 };
    // 1,000 x 0.5 MB = 0.5 GB now; a 500th of it changes a day, 400 days: 0.4 GB. 0.9 GB x 0.023
    expect(usd(lake, "S3: evidence")).to.equal("0.0207");
    // 1,000 x 12 files x 2 a day x 365 / 12 days = 730,000 x 0.000005
    expect(usd(lake, "S3: writes of evidence")).to.equal("3.6500");
    // 0.5 GB x 2 statements x 365 / 12 days = 30.4167 GB x 0.005
    expect(usd(lake, "Athena: history")).to.equal("0.1521");
    // 30 x 365 / 12 = 912.5 transitions, of 4,000 that are free
    expect(usd(lake, "Step Functions: history")).to.equal("0.0000");
    expect(usd({ ...lake, hasLake: false }, "S3: evidence")).to.equal("none");
  });

  it("takes steps beyond what each account has free", () => {
    const steps = (runsOfAccounts: number[]) =>
      usd({ runs: runsOfAccounts.reduce((all, each) => all + each, 0), runsOfAccounts }, "Automation: steps of runs");
    // 20,000 runs x 7 steps = 140,000: 40,000 x 0.002. Two accounts with half of it each have 70,000 steps, all free.
    expect(steps([20_000])).to.equal("80.0000");
    expect(steps([10_000, 10_000])).to.equal("0.0000");
    expect(steps([20_000, 10_000])).to.equal("80.0000");
  });

  it("takes the output of commands, as it comes in and as it is kept", () => {
    // 100,000 servers reached x 3 commands x 20 KB = 6 GB x 0.5; 400 days of it: 6 x 13.1507 x 0.03
    expect(usd({ serverRuns: 100_000 }, "CloudWatch Logs: output")).to.equal("3.0000");
    expect(usd({ serverRuns: 100_000 }, "CloudWatch Logs: kept")).to.equal("2.3671");
  });

  it("takes mails beyond the first 1,000, and alarms beyond the first 10", () => {
    // 100 addresses x (10 + 20) = 3,000 mails: 2,000 x 0.00002
    expect(usd({ addresses: 100, notices: 10 }, "SNS: mail")).to.equal("0.0400");
    expect(usd({ alarms: 2 }, "CloudWatch: alarms")).to.equal("0.0000");
  });

  it("takes findings only where they are wished", () => {
    // 10,000 servers x (365 / 84 scans + 3) = 73,452: 63,452 x 0.00003
    expect(usd({ findings: true, servers: 10_000, scans: 4 }, "Security Hub: patch findings")).to.equal("1.9036");
    expect(usd({ servers: 10_000, scans: 4 }, "Security Hub: patch findings")).to.equal("none");
  });

  it("sums its lines, and says of each what it assumes", () => {
    const { lines, total, prices } = estimate({ ...NOTHING, keys: 2, advancedParameters: 10 });
    expect(lines.map(({ item, quantity, unit, unitPrice }) => [item, quantity, unit, unitPrice])).to.deep.equal([
      ["Parameter Store: advanced parameters", 10, "parameter-month", 0.05],
      ["KMS: keys", 2, "key-month", 1],
    ]);
    expect(total).to.equal(2.5);
    expect(prices.date).to.equal("2026-11-20");
    for (const { assumption } of lines) expect(assumption).not.to.equal("");
  });

  it("assumes as many steps as a run has that finds all well and keeps a record", () => {
    const names = installRunbook(RECORDED_ARGS).mainSteps.map(({ name }) => name);
    expect(names.filter((name) => !/Cancel$|^held$|Failed$|^recordHeld/u.test(name))).to.have.lengthOf(ASSUMED.stepsARun);
  });
});
