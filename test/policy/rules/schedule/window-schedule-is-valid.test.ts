import rule from "fleet-patching-policy/rules/schedule/window-schedule-is-valid";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const SCHEDULE = "window.props.schedule";
const VALID = [
  "cron(30 23 ? * TUE#3 *)",
  "cron(0 2 ? * THU#3 *)",
  "cron(15 10 ? * MON-FRI *)",
  "cron(0 2 L * ? *)",
  "cron(15 10 ? * 6L *)",
  "cron(24 30 09 ? * * *)",
  "cron(0 2 3W * ? *)",
  "cron(0/15 8 1,15 JAN,JUL ? 2026-2030)",
  "rate(7 days)",
  "rate(1 day)",
  "at(2026-12-01T02:00:00)",
  "at(2026-12-01T02:00)",
];
const INVALID: readonly (readonly [schedule: string, why: string])[] = [
  ["cron(0 2 * * SUN *)", "not exactly one ? among day of month and day of week"],
  ["cron(0 2 ? * ? *)", "not exactly one ? among day of month and day of week"],
  ["cron(0 2 ? * 0 *)", 'days of week "0"'],
  ["cron(0 2 ? * 8 *)", 'days of week "8"'],
  ["cron(0 2 ? * SUN#6 *)", 'days of week "SUN#6"'],
  ["cron(0 2 ? * FUN#1 *)", 'days of week "FUN#1"'],
  ["cron(0 2 ? * 8L *)", 'days of week "8L"'],
  ["cron(0 2 32 * ? *)", 'days of month "32"'],
  ["cron(0 2 32W * ? *)", 'days of month "32W"'],
  ["cron(0 2 0W * ? *)", 'days of month "0W"'],
  ["cron(60 2 ? * SUN *)", 'minutes "60"'],
  ["cron(? 2 ? * SUN *)", 'minutes "?"'],
  ["cron(0 24 ? * SUN *)", 'hours "24"'],
  ["cron(00 23-5 ? * THU#3 *)", 'hours "23-5"'],
  ["cron(0 1-2-3 ? * SUN *)", 'hours "1-2-3"'],
  ["cron(0 1/0 ? * SUN *)", 'hours "1/0"'],
  ["cron(0 - ? * SUN *)", 'hours "-"'],
  ["cron(0 2 ? 13 SUN *)", 'months "13"'],
  ["cron(0 2 ? 0 SUN *)", 'months "0"'],
  ["cron(0 2 ? MAY-FEB SUN *)", 'months "MAY-FEB"'],
  ["cron(0 2 ? * SUN 1969)", 'years "1969"'],
  ["cron(0 2 ? * SUN 2200)", 'years "2200"'],
  ["cron(61 0 2 ? * SUN *)", 'seconds "61"'],
  ["cron(0 2 * * SUN)", "5 fields instead of six"],
  ["cron(0 0 0 2 ? * SUN *)", "8 fields instead of six"],
  ["0 2 ? * SUN *", "neither cron(…) nor rate(…) nor at(…)"],
  ["rate(1 days)", '"1 days": singular for 1, plural for more'],
  ["rate(7 day)", '"7 day": singular for 1, plural for more'],
  ["rate(0 days)", 'rate "0 days"'],
  ["rate(2 weeks)", 'rate "2 weeks"'],
  ["at(2026-13-01T02:00:00)", 'date "2026-13-01T02:00:00"'],
  ["at(2026-12-01 02:00)", 'date "2026-12-01 02:00"'],
  ["at(2026-12-01T02:00:00Z)", 'date "2026-12-01T02:00:00Z"'],
];

export const cases = testRule({
  rule,
  compliant: { window: guarded["window"]! },
  valid: [
    ...VALID.map((schedule) => ({ name: schedule, changes: [[SCHEDULE, schedule] as const] })),
    ...[1, 6].map((offset) => ({
      name: `a cron schedule with an offset of ${offset} days`,
      changes: [["window.props.scheduleOffset", offset] as const],
    })),
  ],
  invalid: [
    ...INVALID.map(([schedule, why]) => ({
      name: schedule,
      change: [SCHEDULE, schedule] as const,
      finds: [`window, schedule: ${schedule} (${why})`],
    })),
    {
      name: "no schedule",
      change: [SCHEDULE, undefined],
      finds: ["window, schedule: nothing (neither cron(…) nor rate(…) nor at(…))"],
    },
    {
      name: "a schedule that is too long",
      change: [SCHEDULE, `cron(0 2 ? * SUN ${"2026,".repeat(50)}2026)`],
      finds: [`window, schedule: cron(0 2 ? * SUN ${"2026,".repeat(20)}... (more than 256 characters)`],
    },
    { name: "an offset of seven days", change: ["window.props.scheduleOffset", 7], finds: ["window, scheduleOffset: 7"] },
    { name: "an offset of no days", change: ["window.props.scheduleOffset", 0], finds: ["window, scheduleOffset: 0"] },
    { name: "an offset of half a day", change: ["window.props.scheduleOffset", 1.5], finds: ["window, scheduleOffset: 1.5"] },
    {
      name: "an offset that is no number",
      change: ["window.props.scheduleOffset", "two"],
      finds: ["window, scheduleOffset: two"],
    },
  ],
});

export const withOffset = testRule({
  rule,
  compliant: { window: { ...guarded["window"]!, props: { ...guarded["window"]!.props, scheduleOffset: 2 } } },
  valid: [],
  invalid: [
    { name: "an offset beside a rate", change: [SCHEDULE, "rate(7 days)"], finds: ["window, scheduleOffset: 2 with rate(…)"] },
    {
      name: "an offset beside a one-off schedule",
      change: [SCHEDULE, "at(2026-12-01T02:00:00)"],
      finds: ["window, scheduleOffset: 2 with at(…)"],
    },
  ],
});
