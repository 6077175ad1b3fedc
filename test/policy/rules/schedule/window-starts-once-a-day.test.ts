import rule from "fleet-patching-policy/rules/schedule/window-starts-once-a-day";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const SCHEDULE = "window.props.schedule";
const cron = (schedule: string) => [SCHEDULE, schedule] as const;

export const cases = testRule({
  rule,
  compliant: { window: guarded["window"]! },
  valid: [
    { name: "one hour and one minute" },
    { name: "an hour with a leading zero", changes: [cron("cron(00 02 ? * SUN *)")] },
    { name: "several days at one hour", changes: [cron("cron(30 22 ? * MON-FRI *)")] },
    { name: "seven fields, seconds first", changes: [cron("cron(0 30 22 ? * MON *)")] },
    { name: "a rate", changes: [cron("rate(7 days)")] },
    { name: "a one-off window", changes: [cron("at(2026-12-01T02:00:00)")] },
  ],
  invalid: [
    { name: "a list of hours behind seconds", change: cron("cron(0 0 1,3 ? * SUN *)"), finds: ['window, schedule: hours "1,3"'] },
    {
      name: "a span of hours over midnight, which is seven starts",
      change: cron("cron(00 23-5 ? * THU#3 *)"),
      finds: ['window, schedule: hours "23-5"'],
    },
    { name: "a list of hours", change: cron("cron(0 1,3 ? * SUN *)"), finds: ['window, schedule: hours "1,3"'] },
    { name: "every hour", change: cron("cron(0 * ? * SUN *)"), finds: ['window, schedule: hours "*"'] },
    { name: "every sixth hour", change: cron("cron(0 */6 ? * SUN *)"), finds: ['window, schedule: hours "*/6"'] },
    { name: "several minutes", change: cron("cron(0,30 2 ? * SUN *)"), finds: ['window, schedule: minutes "0,30"'] },
    {
      name: "several of both",
      change: cron("cron(*/5 1-2 ? * SUN *)"),
      finds: ['window, schedule: minutes "*/5"', 'window, schedule: hours "1-2"'],
    },
  ],
});
