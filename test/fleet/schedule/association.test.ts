import { expect } from "chai";
import { associationExpression } from "../../../fleet/schedule/association";
import { parseSchedule } from "../../../fleet/schedule/parse-schedule";

function written(text: string): string {
  const read = parseSchedule(text);
  if (!read.ok) return "unreadable";
  const expression = associationExpression(read.value);
  return expression.ok ? expression.value : expression.findings.map((finding) => finding.want.split(":")[0]).join("; ");
}

describe("associationExpression", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["sundays 01:00 UTC", "cron(0 1 ? * SUN *)"],
    ["daily 13:15", "cron(15 13 ? * * *)"],
    ["cron(15 13 * * ? *)", "cron(15 13 ? * * *)"],
    ["third tuesday 23:30", "cron(30 23 ? * TUE#3 *)"],
    ["last tuesday 00:00", "cron(0 0 ? * 3L *)"],
    ["cron(0/30 * * * ? *)", "cron(0/30 * * * ? *)"],
    ["cron(0 */30 * * * ? *)", "cron(0/30 * * * ? *)"],
    ["cron(0 * * * ? *)", "cron(0 0/1 * * ? *)"],
    ["cron(0 0/8 ? * * *)", "cron(0 0/8 * * ? *)"],
    ["rate(30 minutes)", "rate(30 minutes)"],
    ["rate(15 days)", "rate(15 days)"],
    ["at(2027-07-07T15:55:00)", "at(2027-07-07T15:55:00)"],
  ];
  for (const [text, expression] of cases) it(`writes ${text} as ${expression}`, () => expect(written(text)).to.equal(expression));

  const refusals: readonly (readonly [string, string])[] = [
    ["weekdays 02:00", "every day, one weekday, or one weekday of a week of the month"],
    ["cron(0 2 ? * MON,WED *)", "every day, one weekday, or one weekday of a week of the month"],
    ["last day 02:00", "every day, one weekday, or one weekday of a week of the month"],
    ["cron(0 2 1 * ? *)", "every day, one weekday, or one weekday of a week of the month"],
    ["cron(0 2 3W * ? *)", "every day, one weekday, or one weekday of a week of the month"],
    ["second tuesday + 3 days 02:00", "a schedule without days to wait"],
    ["cron(0 2 ? JAN SUN *)", "every month"],
    ["cron(0 2 ? * SUN 2027)", "every year"],
    ["cron(30 0 2 ? * SUN *)", "one time without seconds, or every day each half hour or every 1, 2, 4, 8 or 12 hours"],
    ["cron(0/5 * * * ? *)", "one time without seconds, or every day each half hour or every 1, 2, 4, 8 or 12 hours"],
    ["cron(0 0/6 * * ? *)", "one time without seconds, or every day each half hour or every 1, 2, 4, 8 or 12 hours"],
    ["cron(0 0/4 ? * SUN *)", "one time without seconds, or every day each half hour or every 1, 2, 4, 8 or 12 hours"],
    ["rate(15 minutes)", "30 minutes or more, and less than 31 days"],
    ["rate(31 days)", "30 minutes or more, and less than 31 days"],
    [
      "cron(0 2,3 1 1 ? 2027)",
      "every month; every year; every day, one weekday, or one weekday of a week of the month; one time without seconds, or every day each half hour or every 1, 2, 4, 8 or 12 hours",
    ],
  ];
  for (const [text, want] of refusals) it(`rejects ${text}, which windows take`, () => expect(written(text)).to.equal(want));
});
