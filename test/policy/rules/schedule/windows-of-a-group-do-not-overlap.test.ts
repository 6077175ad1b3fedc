import rule from "fleet-patching-policy/rules/schedule/windows-of-a-group-do-not-overlap";
import { ref, type Fixture } from "../../support/fixture";
import { handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const second: Fixture = {
  later: {
    type: "aws:ssm/maintenanceWindow:MaintenanceWindow",
    props: {
      name: "patch-prod-later",
      schedule: "cron(0 7 ? * SUN *)",
      scheduleTimezone: "Europe/Paris",
      duration: 4,
      cutoff: 1,
    },
  },
  laterInstall: {
    type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
    props: {
      windowId: ref("later.id"),
      taskType: "RUN_COMMAND",
      taskArn: "AWS-RunPatchBaseline",
      priority: 1,
      targets: [{ key: "tag:Patch Group", values: ["prod-auto"] }],
      taskInvocationParameters: { runCommandParameters: { parameters: [{ name: "Operation", values: ["Install"] }] } },
    },
  },
};
const OVERLAP = "2026-11-22 01:00 UTC";

export const cases = testRule({
  rule,
  compliant: {
    ...handwritten,
    ...second,
    rated: { type: "aws:ssm/maintenanceWindow:MaintenanceWindow", props: { schedule: "rate(7 days)", duration: 4, cutoff: 1 } },
    ratedScan: {
      type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
      props: {
        windowId: ref("other.id"),
        taskType: "RUN_COMMAND",
        taskArn: "AWS-RunPatchBaseline",
        targets: [{ key: "tag:PatchGroup", values: ["prod-db"] }],
        taskInvocationParameters: { runCommandParameters: { parameters: [{ name: "Operation", values: ["Scan"] }] } },
      },
    },
    other: {
      type: "aws:ssm/maintenanceWindow:MaintenanceWindow",
      props: { schedule: "cron(0 20 ? * MON *)", scheduleTimezone: "UTC", duration: 4, cutoff: 1 },
    },
  },
  valid: [
    {
      name: "a single window of a group, whatever its schedule",
      changes: [
        ["laterInstall.props.windowId", ref("rated.id")],
        ["laterInstall.props.targets.0.values.0", "web"],
      ],
    },
    { name: "a window elsewhere", changes: [["laterInstall.props.windowId", "mw-0123456789abcdef0"]] },
    { name: "a window that opens after the other closes" },
    {
      name: "a window that opens when the other closes",
      changes: [
        ["window.props.scheduleTimezone", "UTC"],
        ["later.props.scheduleTimezone", "UTC"],
        ["later.props.schedule", "cron(0 6 ? * SUN *)"],
      ],
    },
    {
      name: "windows at the same time for different groups",
      changes: [
        ["later.props.schedule", "cron(0 2 ? * SUN *)"],
        ["laterInstall.props.targets.0.values.0", "nonprod"],
      ],
    },
    {
      name: "a disabled window",
      changes: [
        ["later.props.schedule", "cron(0 2 ? * SUN *)"],
        ["later.props.enabled", false],
      ],
    },
    {
      name: "windows at the same time in two regions",
      changes: [
        ["later.props.schedule", "cron(0 2 ? * SUN *)"],
        ["later.props.region", "us-east-1"],
      ],
    },
    {
      name: "a window whose task patches nothing",
      changes: [
        ["later.props.schedule", "cron(0 2 ? * SUN *)"],
        ["laterInstall.props.taskArn", "AWS-RunShellScript"],
      ],
    },
    {
      name: "the same hour in zones apart",
      changes: [
        ["later.props.schedule", "cron(0 2 ? * SUN *)"],
        ["later.props.scheduleTimezone", "America/New_York"],
      ],
    },
    {
      name: "two one-off windows apart",
      changes: [
        ["window.props.schedule", "at(2026-12-01T02:00:00)"],
        ["later.props.schedule", "at(2026-12-01T06:00:00)"],
      ],
    },
    { name: "a window that is over", changes: [["later.props.schedule", "at(2026-11-01T01:00:00)"]] },
  ],
  invalid: [
    {
      name: "a rate in a window that patches two groups, told once",
      change: [
        "laterInstall.props",
        {
          ...second["laterInstall"]!.props,
          windowId: ref("rated.id"),
          targets: [{ key: "tag:PatchGroup", values: ["prod-auto", "prod-db"] }],
        },
      ],
      finds: ["? rated, schedule: a rate, whose hours depend on when the window is made"],
    },
    {
      name: "two windows at the same time",
      change: ["later.props.schedule", "cron(0 2 ? * SUN *)"],
      finds: [`later, schedule: opens ${OVERLAP} while window is open until 2026-11-22 05:00 UTC; both patch prod-auto`],
    },
    {
      name: "a window that is open for too long",
      change: ["window.props.duration", 6],
      finds: [
        "later, schedule: opens 2026-11-22 06:00 UTC while window is open until 2026-11-22 07:00 UTC; both patch prod-auto",
      ],
    },
    {
      name: "a window that meets the other once a month",
      change: ["later.props.schedule", "cron(0 4 ? * SUN#1 *)"],
      finds: [
        "later, schedule: opens 2026-12-06 03:00 UTC while window is open until 2026-12-06 05:00 UTC; both patch prod-auto",
      ],
    },
    {
      name: "a window moved into the other by its offset",
      change: ["later.props", { ...second["later"]!.props, schedule: "cron(0 3 ? * FRI *)", scheduleOffset: 2 }],
      finds: [
        "later, schedule: opens 2026-11-22 02:00 UTC while window is open until 2026-11-22 05:00 UTC; both patch prod-auto",
      ],
    },
    {
      name: "a zone in which the hour comes earlier",
      change: ["later.props.scheduleTimezone", "Asia/Dubai"],
      finds: [
        "later, schedule: opens 2026-11-22 03:00 UTC while window is open until 2026-11-22 05:00 UTC; both patch prod-auto",
      ],
    },
    {
      name: "a window that meets the other only when clocks change",
      change: ["later.props.schedule", "cron(0 6 ? * SUN *)"],
      finds: [
        "later, schedule: opens 2027-03-28 04:00 UTC while window is open until 2027-03-28 05:00 UTC; both patch prod-auto",
      ],
    },
    {
      name: "a rate, whose hours nobody knows",
      change: ["later.props.schedule", "rate(7 days)"],
      finds: ["? later, schedule: a rate, whose hours depend on when the window is made"],
    },
    {
      name: "a schedule that is not valid",
      change: ["later.props.schedule", "cron(0 2 * * * *)"],
      finds: ["? later, schedule: a schedule that is not valid: not exactly one ? among day of month and day of week"],
    },
  ],
});

const third: Fixture = {
  third: {
    type: "aws:ssm/maintenanceWindow:MaintenanceWindow",
    props: { schedule: "cron(0 13 ? * SUN *)", scheduleTimezone: "Europe/Paris", duration: 2, cutoff: 1 },
  },
  thirdInstall: { ...second["laterInstall"]!, props: { ...second["laterInstall"]!.props, windowId: ref("third.id") } },
};

export const three = testRule({
  rule,
  compliant: { ...handwritten, ...second, ...third },
  valid: [{ name: "three windows one after the other" }],
  invalid: [
    {
      name: "a window that is still open when two others have come and gone",
      change: ["window.props.duration", 12],
      finds: [
        "later, schedule: opens 2026-11-22 06:00 UTC while window is open until 2026-11-22 13:00 UTC; both patch prod-auto",
        "third, schedule: opens 2026-11-22 12:00 UTC while window is open until 2026-11-22 13:00 UTC; both patch prod-auto",
      ],
    },
  ],
});
