import { expect } from "chai";
import { NO_CHANGES } from "../../../fleet/changes";
import { parseFleet } from "../../../fleet/parse";
import { planApprovals } from "../../../fleet/plan/approval";
import { planEvaluators } from "../../../fleet/plan/evaluator";
import { planRings } from "../../../fleet/plan/ring";
import type { Fleet } from "../../../fleet/schema/fleet-file";
import { reviewedYear } from "../../../simulator/approvals";
import { SHARED_FLEET } from "../../support/fleet-text";

function fleetOf(text: string): Fleet {
  const parsed = parseFleet(text, "fleet.yaml");
  if (!("fleet" in parsed)) throw new Error(JSON.stringify(parsed.problems));
  return parsed.fleet;
}

describe("the plan of evaluators", () => {
  it("has one for each ring that evidence proves, with everything that it asks", () => {
    const fleet = fleetOf(SHARED_FLEET);
    expect(planEvaluators(fleet, planRings(fleet), [])).to.deep.equal([
      {
        ring: "prod",
        before: "dev",
        name: "fleet-evaluator-prod",
        role: "fleet-evaluator-prod",
        scheduleRole: "fleet-evaluate-prod",
        logGroup: "/fleet/evaluators/prod",
        proved: {
          name: "/fleet/rings/prod/proved",
          arn: "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/prod/proved",
          tier: "Advanced",
        },
        soakHours: 120,
        patched: 95,
        alarms: [],
        schedules: ["dev"],
        aheadHours: 3,
        times: [
          {
            key: "prod",
            name: "fleet-evaluator-prod",
            description: "Asks whether the ring is proved, ahead of window prod",
            expression: "cron(0 1,2 ? * SAT *)",
            zone: "UTC",
          },
        ],
      },
    ]);
  });

  it("has none where the calendar proves, or where there is no ring before", () => {
    const fleet = fleetOf(SHARED_FLEET.replace("soak: 5 days", "soak: 5 days, prove: calendar"));
    expect(planEvaluators(fleet, planRings(fleet), [])).to.deep.equal([]);
  });

  it("has a time for every window whose gate asks: a group's own, restarts, and approvals that are not spent", () => {
    const groups = "review: required, approvers: [ana@example.com], rebootWindow: { at: sundays 00:30 }";
    const fleet = fleetOf(
      `${SHARED_FLEET}  own: { ring: prod, baselines: [ubuntu], install: mondays 04:00, zone: Europe/Paris }\n  vault: { ring: prod, baselines: [ubuntu], ${groups} }\n`,
    );
    const from = Date.parse("2026-11-21T00:00:00Z");
    const changes = reviewedYear(fleet, NO_CHANGES, from, from + 35 * 86_400_000);
    const times = (asOf: string) =>
      planEvaluators(fleet, planRings(fleet, changes), planApprovals(fleet, changes, asOf)).flatMap((each) =>
        each.times.map(({ key, expression, zone }) => [key, expression, zone]),
      );
    const standing = [
      ["prod", "cron(0 1,2 ? * SAT *)", "UTC"],
      ["prod-own", "cron(0 2,3 ? * MON *)", "Europe/Paris"],
      ["restart-vault", "cron(30 22,23 ? * SAT *)", "UTC"],
    ];
    expect(times("2026-11-21T00:00:00Z")).to.deep.equal([
      ...standing,
      ["approval-2026-11-24-vault", "cron(0 8,9 * * ? *)", "UTC"],
      ["approval-2026-12-22-vault", "cron(0 8,9 * * ? *)", "UTC"],
    ]);
    expect(times("2027-01-21T00:00:00Z")).to.deep.equal(standing);
  });
});
