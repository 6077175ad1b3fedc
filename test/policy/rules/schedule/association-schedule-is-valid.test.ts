import rule from "fleet-patching-policy/rules/schedule/association-schedule-is-valid";
import { testRule } from "../../support/test-rule";

const SCHEDULE = "scan.props.scheduleExpression";
const VALID = [
  "cron(0 12 ? * WED *)",
  "cron(0 0/4 * * ? *)",
  "cron(0/30 * * * ? *)",
  "cron(30 1 15 * ? *)",
  "cron(0 2 ? * THU#3 *)",
  "rate(30 minutes)",
  "rate(1 day)",
  "rate(12 hours)",
  "at(2026-12-01T02:00:00)",
];
const INVALID: readonly (readonly [schedule: string, why: string])[] = [
  ["cron(0 0 * * *)", "5 fields instead of six"],
  ["cron(0 2 ? JAN SUN *)", "months"],
  ["cron(0 2 ? * MON-FRI *)", "a span or a list of days"],
  ["cron(0 2 ? * MON,WED *)", "a span or a list of days"],
  ["cron(0 2 1,15 * ? *)", "a span or a list of days"],
  ["cron(0 0 2 ? * SUN *)", "seconds"],
  ["cron(*/5 * * * ? *)", "more often than every 30 minutes"],
  ["cron(0,15 2 ? * SUN *)", "more often than every 30 minutes"],
  ["rate(29 minutes)", "more often than every 30 minutes"],
  ["rate(1 minute)", "more often than every 30 minutes"],
  ["rate(1 days)", '"1 days": singular for 1, plural for more'],
  ["weekly", "neither cron(…) nor rate(…) nor at(…)"],
];

export const cases = testRule({
  rule,
  compliant: {
    scan: {
      type: "aws:ssm/association:Association",
      props: { name: "AWS-RunPatchBaseline", scheduleExpression: "cron(0 1 ? * SUN *)" },
    },
  },
  valid: [
    ...VALID.map((schedule) => ({ name: schedule, changes: [[SCHEDULE, schedule] as const] })),
    { name: "no schedule", changes: [[SCHEDULE, undefined]] },
  ],
  invalid: INVALID.map(([schedule, why]) => ({
    name: schedule,
    change: [SCHEDULE, schedule] as const,
    finds: [`scan, scheduleExpression: ${schedule} (${why})`],
  })),
});
