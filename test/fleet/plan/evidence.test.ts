import { expect } from "chai";
import { auditorRoleArn, evidencePlace, evidenceSettings, planEvidence } from "../../../fleet/plan/evidence";
import { planRings } from "../../../fleet/plan/ring";
import { oneAccount, twoAccounts } from "../../support/two-accounts";

const planned = (fleet = twoAccounts()) => planEvidence(fleet, planRings(fleet));

describe("the plan of the evidence", () => {
  it("is there with an organization, and for a single account only when it is written", () => {
    expect(evidenceSettings(twoAccounts())).to.deep.equal({ retention: 400, departed: 60, scanLimit: 100, auditors: [] });
    expect([evidenceSettings(oneAccount()), evidencePlace(oneAccount()), planned(oneAccount())]).to.deep.equal([
      null,
      null,
      null,
    ]);
    expect(evidencePlace(oneAccount({ evidence: {} }))).to.deep.equal({
      bucket: "fleet-evidence-111122223333-eu-west-1",
      owner: "111122223333",
      region: "eu-west-1",
      organization: null,
    });
    expect(evidencePlace(twoAccounts())).to.deep.equal({
      bucket: "fleet-evidence-222222222222-eu-west-1",
      owner: "222222222222",
      region: "eu-west-1",
      organization: "o-a1b2c3d4e5",
    });
  });

  it("decides every name, and where files come from", () => {
    const { runs: _runs, ...plan } = planned()!;
    expect(plan).to.deep.equal({
      bucket: "fleet-evidence-222222222222-eu-west-1",
      owner: "222222222222",
      region: "eu-west-1",
      organization: "o-a1b2c3d4e5",
      partition: "aws",
      logBucket: "fleet-evidence-logs-222222222222-eu-west-1",
      key: "fleet-evidence",
      database: "fleet_evidence",
      workgroup: "fleet-evidence",
      auditorRole: "fleet-auditor",
      auditors: ["arn:aws:iam::222222222222:root"],
      retention: 400,
      departed: 60,
      scanLimit: 100_000_000_000,
      accounts: ["222222222222", "333333333333", "444444444444"],
      regions: ["eu-west-1", "us-east-1"],
      runbookRole: "fleet-runbook",
      history: {
        name: "fleet-evidence-history",
        arn: "arn:aws:states:eu-west-1:222222222222:stateMachine:fleet-evidence-history",
        role: "fleet-evidence-history",
        logGroup: "/fleet/evidence-history",
        schedule: "fleet-evidence-history",
        scheduleRole: "fleet-evidence-schedule",
        expression: "cron(0 5 * * ? *)",
      },
    });
    expect(auditorRoleArn(planned()!)).to.equal("arn:aws:iam::222222222222:role/fleet-auditor");
  });

  it("takes from the file how long, how much and who, in any partition", () => {
    const china = { id: "111122223333", regions: ["cn-north-1"] };
    const auditors = ["555555555555", "arn:aws-cn:iam::444444444444:role/audit"];
    const evidence = { retention: "7 days", departed: "90 days", scanLimit: "2 TB", auditors };
    const plan = planned(oneAccount({ accounts: { dev: china }, evidence }))!;
    expect([plan.retention, plan.departed, plan.scanLimit, plan.partition]).to.deep.equal([7, 90, 2e12, "aws-cn"]);
    expect(plan.auditors).to.deep.equal(["arn:aws-cn:iam::444444444444:role/audit", "arn:aws-cn:iam::555555555555:root"]);
    expect(plan.history.arn).to.equal("arn:aws-cn:states:cn-north-1:111122223333:stateMachine:fleet-evidence-history");
  });
});
