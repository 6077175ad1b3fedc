import { expect } from "chai";
import { changedPlan, onlyRegion } from "../../support/changed-fleet";
import { REVIEWED_FLEET } from "../../support/changes-text";
import { replaced } from "../../support/fleet-text";

const RESTARTING = replaced(
  REVIEWED_FLEET,
  "review: required,",
  "review: required, tag: Databases, rebootWindow: { at: mondays 03:00, duration: 3 hours }, rebootOrder: [{ tag: Role, value: replica }],",
);

describe("a standing restart window", () => {
  it("is decided whole: when, which servers in which waves, what the gate asks, how long each part may take", () => {
    const [restart, ...others] = onlyRegion(changedPlan([], undefined, RESTARTING)).restarts;
    expect(others).to.deep.equal([]);
    const { capacity, ...rest } = restart!;
    expect(rest).to.deep.equal({
      group: "databases",
      tag: "Databases",
      ring: "prod",
      runbook: "fleet-restart-databases",
      window: {
        key: "restart-databases",
        name: "fleet-restart-databases",
        groups: ["databases"],
        expression: "cron(0 3 ? * MON *)",
        offsetDays: 0,
        zone: "UTC",
        words: "every Monday at 03:00 UTC",
        description: "every Monday at 03:00 UTC",
        durationHours: 3,
        // The ring's own, as the group says nothing.
        cutoffHours: 1,
        endsAt: null,
      },
      waves: [{ tag: "Role", value: "replica" }],
      concurrency: "1",
      calendar: "fleet-calendar-prod",
      declared: "arn:aws:ssm:eu-west-1:111122223333:parameter/fleet/rings/prod/declared",
      proved: "arn:aws:ssm:eu-west-1:111122223333:parameter/fleet/rings/prod/proved",
      production: true,
      servers: 20,
    });
    expect([capacity.fits, capacity.installSeconds]).to.deep.equal([true, 4500]);
  });

  it("brings its ring's calendar along, and is no install window", () => {
    const region = onlyRegion(changedPlan([], undefined, RESTARTING));
    expect(region.calendars.map(({ key }) => key)).to.deep.equal(["dev", "prod", "prod-urgent"]);
    expect(region.windows.map(({ key }) => key)).to.deep.equal(["dev"]);
  });

  it("is nothing that the ring behind waits for, and keeps out of freezes by its own length", () => {
    const { order } = changedPlan([], undefined, RESTARTING).rings[1]!;
    expect(order.windows).to.deep.equal([]);
    expect(order.restarts?.map(({ key, durationHours }) => [key, durationHours])).to.deep.equal([["restart-databases", 3]]);
  });
});
