import { expect } from "chai";
import * as fc from "fast-check";
import { describeSchedule } from "../../../fleet/schedule/describe-schedule";
import { parseSchedule } from "../../../fleet/schedule/parse-schedule";

function said(text: string, zone?: string): string {
  const read = parseSchedule(text);
  return read.ok ? describeSchedule(read.value, zone) : "refused";
}

describe("describeSchedule", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["sundays 03:00", "every Sunday at 03:00 Europe/Paris"],
    ["daily 02:00", "every day at 02:00 Europe/Paris"],
    ["cron(0 2 * * ? *)", "every day at 02:00 Europe/Paris"],
    ["weekdays 02:00", "Monday to Friday at 02:00 Europe/Paris"],
    ["cron(30 2 ? * 2,5 *)", "every Monday and Thursday at 02:30 Europe/Paris"],
    ["second tuesday + 3 days 22:00", "on the second Tuesday + 3 days of each month at 22:00 Europe/Paris"],
    ["second tuesday + 1 day 22:00", "on the second Tuesday + 1 day of each month at 22:00 Europe/Paris"],
    ["cron(0 2 ? * THU#3 *)", "on the third Thursday of each month at 02:00 Europe/Paris"],
    ["last sunday 04:00", "on the last Sunday of each month at 04:00 Europe/Paris"],
    ["cron(15 10 ? * 6L *)", "on the last Friday of each month at 10:15 Europe/Paris"],
    ["last day 04:00", "on the last day of each month at 04:00 Europe/Paris"],
    ["cron(0 2 1,15 * ? *)", "on days 1 and 15 of each month at 02:00 Europe/Paris"],
    ["cron(0 2 3W * ? *)", "on the weekday (Monday to Friday) nearest day 3 of each month at 02:00 Europe/Paris"],
    ["cron(0 2 ? JAN,JUL SUN#1 *)", "on the first Sunday of January and July at 02:00 Europe/Paris"],
    ["cron(0 2 ? 12 SUN *)", "every Sunday in December at 02:00 Europe/Paris"],
    ["cron(24 30 09 ? * * *)", "every day at 09:30:24 Europe/Paris"],
    ["cron(0 2,14 ? * SUN *)", "every Sunday at 02:00 and 14:00 Europe/Paris"],
    ["cron(0 0/4 * * ? *)", "by cron(0 0/4 * * ? *) Europe/Paris"],
    ["cron(0 2 ? * SUN 2027)", "by cron(0 2 ? * SUN 2027) Europe/Paris"],
    ["sundays 01:00 UTC", "every Sunday at 01:00 UTC"],
    ["at(2027-01-31T03:00:00)", "once, on 2027-01-31 at 03:00 UTC"],
    ["at(2027-01-31T03:00:30)", "once, on 2027-01-31 at 03:00:30 UTC"],
    ["rate(7 days)", "every 7 days"],
    ["rate(1 hour)", "every hour"],
  ];
  for (const [text, words] of cases) it(`says ${text} as "${words}"`, () => expect(said(text, "Europe/Paris")).to.equal(words));

  it("leaves the zone out where nobody names one", () => expect(said("sundays 03:00")).to.equal("every Sunday at 03:00"));

  it("says plain words and the expression that they become alike", () => {
    const when = fc.constantFrom("sundays", "daily", "weekdays", "first monday", "fourth friday", "last saturday", "last day");
    fc.assert(
      fc.property(when, fc.nat(23), fc.nat(59), (words, hour, minute) => {
        const text = `${words} ${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
        const read = parseSchedule(text);
        expect(read.ok && said(read.value.expression)).to.equal(said(text));
      }),
    );
  });
});
