import rule from "fleet-patching-policy/rules/schedule/at-most-five-windows-open";
import type { Fixture, FixtureResource } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const window = (schedule: string): FixtureResource => ({
  type: "aws:ssm/maintenanceWindow:MaintenanceWindow",
  props: { schedule, scheduleTimezone: "UTC", duration: 4, cutoff: 1, region: "eu-west-1" },
});
const six: Fixture = {
  a: window("cron(0 2 ? * SUN *)"),
  b: window("cron(0 2 ? * SUN *)"),
  c: window("cron(0 3 ? * SUN *)"),
  d: window("cron(0 4 ? * SUN *)"),
  e: window("cron(0 5 ? * SUN *)"),
  f: window("cron(0 6 ? * SUN *)"),
};
const found = (start: string, names: string, on: string) => [`${on}, schedule: 6 windows open at ${start}: ${names}`];

export const cases = testRule({
  rule,
  compliant: six,
  valid: [
    {
      name: "five windows, whatever their schedules",
      changes: [
        ["f", undefined],
        ["e.props.schedule", "rate(1 day)"],
      ],
    },
    { name: "six windows of which two are over when the last opens" },
    {
      name: "six at once where AWS raised the quota",
      settings: { most: 6 },
      changes: [["f.props.schedule", "cron(30 5 ? * SUN *)"]],
    },
    {
      name: "six at once in two regions",
      changes: [
        ["f.props.schedule", "cron(30 5 ? * SUN *)"],
        ["a.props.region", "us-east-1"],
      ],
    },
    {
      name: "six at once of which one is disabled",
      changes: [
        ["f.props.schedule", "cron(30 5 ? * SUN *)"],
        ["a.props.enabled", false],
      ],
    },
  ],
  invalid: [
    {
      name: "six at once",
      change: ["f.props.schedule", "cron(30 5 ? * SUN *)"],
      finds: found("2026-11-22 05:30 UTC", "a, b, c, d, e, f", "f"),
    },
    {
      name: "one that is open for longer",
      change: ["f.props.schedule", "cron(59 5 ? * SUN *)"],
      finds: found("2026-11-22 05:59 UTC", "a, b, c, d, e, f", "f"),
    },
    {
      name: "six at once in the last week of a year",
      change: ["f.props.schedule", "cron(0 5 27 12 ? *)"],
      finds: found("2026-12-27 05:00 UTC", "a, b, c, d, e, f", "f"),
    },
    {
      name: "a smaller quota of one's own",
      settings: { most: 4 },
      change: ["f.props.schedule", "cron(0 12 ? * MON *)"],
      finds: ["e, schedule: 5 windows open at 2026-11-22 05:00 UTC: a, b, c, d, e"],
    },
    {
      name: "one more among them whose hours nobody knows",
      change: ["f.props.schedule", "rate(1 day)"],
      finds: ["? f, schedule: a rate, whose hours depend on when the window is made"],
    },
    {
      name: "a start in another zone at the same moment",
      change: ["f.props", { ...window("cron(0 6 ? * SUN *)").props, scheduleTimezone: "Europe/Paris" }],
      finds: found("2026-11-22 05:00 UTC", "a, b, c, d, e, f", "f"),
    },
  ],
});
