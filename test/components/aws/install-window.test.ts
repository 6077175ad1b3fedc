import { expect } from "chai";
import { InstallWindow, type InstallWindowArgs } from "../../../components/aws";
import { componentShape, previewed, shapes, TAGS } from "../../support/component-run";
import { made, named } from "../../support/program-run";

const WINDOW: InstallWindowArgs = {
  region: "eu-west-1",
  windowName: "fleet-prod",
  description: "every Sunday at 02:00",
  schedule: "cron(0 2 ? * SUN *)",
  durationHours: 4,
  cutoffHours: 1,
  runs: [{ key: "web", runbook: "fleet-install-web" }],
  windowRole: "arn:aws:iam::444444444444:role/fleet-window",
  tags: TAGS,
};

describe("InstallWindow", () => {
  it("starts one guarded runbook a group, without targets and without rates of its own", async () => {
    const result = await previewed((opts) => {
      new InstallWindow("prod", WINDOW, opts);
    });
    expect(shapes(result)).to.deep.equal([
      componentShape("InstallWindow", "prod"),
      {
        type: "aws.ssm.MaintenanceWindow",
        name: "prod-window",
        parent: "prod",
        inputs: {
          region: "eu-west-1",
          name: "fleet-prod",
          description: "every Sunday at 02:00",
          schedule: "cron(0 2 ? * SUN *)",
          duration: 4,
          cutoff: 1,
          allowUnassociatedTargets: false,
          enabled: true,
          tags: TAGS,
        },
        options: {},
      },
      {
        type: "aws.ssm.MaintenanceWindowTask",
        name: "prod/web-task",
        parent: "prod",
        inputs: {
          region: "eu-west-1",
          windowId: { $unknown: true },
          name: "install-web",
          description: "Installs on web",
          taskType: "AUTOMATION",
          taskArn: "fleet-install-web",
          serviceRoleArn: "arn:aws:iam::444444444444:role/fleet-window",
          priority: 1,
          cutoffBehavior: "CANCEL_TASK",
          taskInvocationParameters: { automationParameters: { documentVersion: "$DEFAULT" } },
        },
        options: {},
      },
    ]);
    expect(named(result, "prod").outputs).to.deep.equal({ windowId: { $unknown: true } });
  });

  it("has a zone and an offset where the schedule has them", async () => {
    const result = await previewed((opts) => {
      new InstallWindow("prod", { ...WINDOW, zone: "Europe/Paris", offsetDays: 3 }, opts);
    });
    expect(named(result, "prod-window").inputs).to.deep.include({ scheduleTimezone: "Europe/Paris", scheduleOffset: 3 });
  });

  it("tells its groups apart whatever dashes their names and the windows' have", async () => {
    const result = await previewed((opts) => {
      new InstallWindow("a", { ...WINDOW, runs: [{ key: "b-c", runbook: "x" }] }, opts);
      new InstallWindow("a-b", { ...WINDOW, runs: [{ key: "c", runbook: "y" }] }, opts);
    });
    expect(made(result)).to.have.lengthOf(6);
  });

  it("opens once and ends where it is for one approval", async () => {
    const result = await previewed((opts) => {
      new InstallWindow(
        "once",
        { ...WINDOW, schedule: "at(2026-11-29T02:00:00)", endDate: "2026-11-29T06:00:00Z", runs: [] },
        opts,
      );
    });
    expect(named(result, "once-window").inputs).to.deep.include({
      schedule: "at(2026-11-29T02:00:00)",
      endDate: "2026-11-29T06:00:00Z",
    });
    expect(named(result, "once-window").inputs).not.to.have.any.keys("scheduleTimezone", "startDate");
  });

  it("says of a run that restarts what it does", async () => {
    const result = await previewed((opts) => {
      new InstallWindow("prod", { ...WINDOW, runs: [{ key: "web", runbook: "fleet-restart-web", operation: "restart" }] }, opts);
    });
    expect(named(result, "prod/web-task").inputs).to.deep.include({
      name: "restart-web",
      description: "Restarts web",
      taskArn: "fleet-restart-web",
    });
  });
});
