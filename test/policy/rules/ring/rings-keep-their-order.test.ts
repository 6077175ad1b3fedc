import rule from "fleet-patching-policy/rules/ring/rings-keep-their-order";
import { ref, type Fixture, type FixtureResource } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const window = (schedule: string): FixtureResource => ({
  type: "aws:ssm/maintenanceWindow:MaintenanceWindow",
  props: { schedule, scheduleTimezone: "UTC", duration: 4, cutoff: 1 },
});
const install = (name: string, group: string): FixtureResource => ({
  type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
  props: {
    windowId: ref(`${name}.id`),
    taskType: "RUN_COMMAND",
    taskArn: "AWS-RunPatchBaseline",
    priority: 1,
    targets: [{ key: "tag:PatchGroup", values: [group] }],
    taskInvocationParameters: { runCommandParameters: { parameters: [{ name: "Operation", values: ["Install"] }] } },
  },
});
const fleet: Fixture = {
  nonprod: window("cron(0 22 ? * TUE *)"),
  nonprodInstall: install("nonprod", "nonprod"),
  prod: window("cron(0 2 ? * SUN *)"),
  prodInstall: install("prod", "prod-auto"),
  early: window("cron(0 20 24 11 ? 2026)"),
};
const rings = [
  { name: "nonprod", groups: ["nonprod"] },
  { name: "prod", groups: ["prod-auto", "prod-db"], after: "nonprod" },
];
const found = (start: string) => [`prod, schedule: prod opens ${start}, before nonprod has closed`];

export const cases = testRule({
  rule,
  compliant: fleet,
  settings: { rings },
  valid: [
    { name: "production five days after the others" },
    { name: "production when the others close", changes: [["prod.props.schedule", "cron(0 2 ? * WED *)"]] },
    {
      name: "production just when the others close, and no earlier one in reach",
      settings: { rings, mostDaysApart: 1 },
      changes: [["prod.props.schedule", "cron(0 2 ? * WED *)"]],
    },
    {
      name: "production exactly as far behind as is allowed",
      settings: { rings, mostDaysApart: 1 },
      changes: [["prod.props.schedule", "cron(0 2 ? * THU *)"]],
    },
    {
      name: "an install in a window elsewhere",
      changes: [
        [
          "elsewhere",
          { ...install("prod", "prod-auto"), props: { ...install("prod", "prod-auto").props, windowId: "mw-0123456789abcdef0" } },
        ],
      ],
    },
    { name: "production once a month", changes: [["prod.props.schedule", "cron(0 2 ? * SUN#2 *)"]] },
    {
      name: "any order without rings",
      settings: { rings: [] },
      changes: [["nonprod.props.schedule", "at(2030-01-01T00:00:00)"]],
    },
    { name: "a ring whose windows are in another stack", changes: [["nonprodInstall", undefined]] },
    {
      name: "a ring after one that does not exist",
      settings: { rings: [{ name: "prod", groups: ["prod-auto"], after: "staging" }] },
    },
  ],
  invalid: [
    {
      name: "both at the same time, once",
      change: ["nonprod.props.schedule", "at(2026-11-22T02:00:00)"],
      finds: found("2026-11-22 02:00 UTC"),
    },
    {
      name: "an install of two groups of which one is in the ring",
      settings: { rings, mostDaysApart: 1 },
      change: [
        "prodInstall",
        {
          ...install("early", "prod-db"),
          props: { ...install("early", "prod-db").props, targets: [{ key: "tag:PatchGroup", values: ["other", "prod-db"] }] },
        },
      ],
      finds: ["early, schedule: prod opens 2026-11-24 20:00 UTC, before nonprod has closed"],
    },
    {
      name: "the others never",
      change: ["nonprod.props.schedule", "at(2030-01-01T00:00:00)"],
      finds: found("2026-11-22 02:00 UTC"),
    },
    { name: "the others disabled", change: ["nonprod.props.enabled", false], finds: found("2026-11-22 02:00 UTC") },
    {
      name: "the others once a year",
      change: ["nonprod.props.schedule", "cron(0 22 1 1 ? *)"],
      finds: found("2026-11-22 02:00 UTC"),
    },
    {
      name: "the others further back than is allowed",
      settings: { rings, mostDaysApart: 3 },
      change: ["prod.props.schedule", "cron(0 2 ? * MON *)"],
      finds: found("2026-11-23 02:00 UTC"),
    },
    {
      name: "a rate, whose hours nobody knows",
      change: ["nonprod.props.schedule", "rate(7 days)"],
      finds: ["? nonprod, schedule: a rate, whose hours depend on when the window is made"],
    },
    {
      name: "a ring that is written in another way",
      settings: { rings: [{ name: "prod" }] },
      change: ["prod.props.cutoff", 2],
      finds: ["the stack, the configuration, rings-keep-their-order.rings.0.groups: nothing"],
    },
  ],
});
