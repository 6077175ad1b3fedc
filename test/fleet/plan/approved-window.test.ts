import { expect } from "chai";
import { changedPlan, onlyRegion } from "../../support/changed-fleet";
import {
  APPROVAL_NAME,
  APPROVAL_TEXT,
  approvalWith,
  DIGEST,
  RESTART_NAME,
  RESTART_TEXT,
  REVIEWED_FLEET,
} from "../../support/changes-text";
import { replaced } from "../../support/fleet-text";

const INSTALL = [{ file: APPROVAL_NAME, text: APPROVAL_TEXT }];
const RESTART = [{ file: RESTART_NAME, text: RESTART_TEXT }];
const approved = (...args: Parameters<typeof changedPlan>) =>
  onlyRegion(changedPlan(...args)).windows.filter(({ endsAt }) => endsAt !== null);

describe("an approval's window", () => {
  it("opens once, in UTC, ends, and runs the one group with the list and what the gate asks", () => {
    const [window, ...others] = approved(INSTALL);
    expect(others).to.deep.equal([]);
    const { runs, ...time } = window!;
    expect(time).to.deep.equal({
      key: "2026-11-29-databases",
      name: "fleet-approval-2026-11-29-databases",
      groups: ["databases"],
      expression: "at(2026-11-29T02:00:00)",
      offsetDays: 0,
      zone: null,
      words: "once, on 2026-11-29 at 02:00 UTC",
      description: "once, on 2026-11-29 at 02:00 UTC",
      durationHours: 7,
      cutoffHours: 1,
      endsAt: "2026-11-29T09:00:00Z",
    });
    expect(runs).to.have.lengthOf(1);
    const { capacity, manifest, ...run } = runs[0]!;
    expect(run).to.deep.equal({
      group: "databases",
      tag: "databases",
      ring: "prod",
      operation: "install",
      runbook: "fleet-install-2026-11-29-databases",
      reboot: "NoReboot",
      concurrency: "10%",
      errors: "10%",
      production: true,
      sensitive: true,
      calendar: "fleet-calendar-prod",
      declared: "arn:aws:ssm:eu-west-1:111122223333:parameter/fleet/rings/prod/declared",
      proved: "arn:aws:ssm:eu-west-1:111122223333:parameter/fleet/rings/prod/proved",
      approval: { key: "2026-11-29-databases", digest: DIGEST, expires: "2026-11-30T02:00:00Z", by: ["ana@example.com"] },
      waves: [],
      servers: 20,
    });
    // 7 hours less 105 minutes; ten waves of half an hour.
    expect([capacity.fits, capacity.waves, capacity.installSeconds]).to.deep.equal([true, 10, 18_900]);
    expect(manifest?.address).to.equal(`s3://fleet-manifests-111122223333-eu-west-1/manifests/${DIGEST}.yaml`);
  });

  it("restarts the group in its waves, at its own rate, without a list", () => {
    const waves = [
      { tag: "ClusterRole", value: "replica" },
      { tag: "ClusterRole", value: "primary" },
    ];
    const order =
      "rebootOrder: [{ tag: ClusterRole, value: replica }, { tag: ClusterRole, value: primary }], rebootConcurrency: 20 %,";
    const ordered = replaced(REVIEWED_FLEET, "review: required,", `review: required, ${order}`);
    const [run] = approved(RESTART, undefined, ordered)[0]!.runs;
    expect([run?.operation, run?.runbook, run?.waves, run?.concurrency, run?.manifest, run?.approval?.digest]).to.deep.equal([
      "restart",
      "fleet-restart-2026-12-01-databases",
      waves,
      "20%",
      null,
      null,
    ]);
    expect(approved(RESTART)[0]!.runs.map(({ waves: none, concurrency }) => [none, concurrency])).to.deep.equal([[[], "1"]]);
  });

  it("asks the calendar for urgent work where it is urgent and a freeze lets such work through", () => {
    const urgent = approvalWith("digest:", "urgent: true\ndigest:");
    const calendars = (fleet: string) =>
      approved(urgent, undefined, fleet).flatMap(({ runs }) => runs.map(({ calendar }) => calendar));
    expect(calendars(REVIEWED_FLEET)).to.deep.equal(["fleet-calendar-prod-urgent"]);
    expect(calendars(replaced(REVIEWED_FLEET, ", urgent: allowed", ""))).to.deep.equal(["fleet-calendar-prod"]);
  });

  it("is gone when it has ended, and nothing else with it", () => {
    const [before, after] = ["2026-11-29T08:00:00Z", "2026-11-29T09:00:00Z"].map((asOf) =>
      onlyRegion(changedPlan(INSTALL, asOf)),
    );
    expect(before!.windows.map(({ key }) => key)).to.deep.equal(["dev", "2026-11-29-databases"]);
    expect(after!.windows.map(({ key }) => key)).to.deep.equal(["dev"]);
    expect([before!.calendars, after!.calendars].map((all) => all.map(({ key }) => key))).to.deep.equal([
      ["dev", "prod", "prod-urgent"],
      ["dev", "prod", "prod-urgent"],
    ]);
    expect(after!.manifests).to.deep.equal(before!.manifests);
  });
});
