import { expect } from "chai";
import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { askBefore, LONGEST_ASK_HOURS } from "../../../fleet/schedule/ask-before";
import { parseSchedule } from "../../../fleet/schedule/parse-schedule";
import type { CronSchedule } from "../../../fleet/schedule/schedule";
import { startMillis } from "../../../fleet/schedule/starts";
import { windowSchedule } from "./fixtures";

const asks = (text: string) => askBefore(windowSchedule(text), "Europe/Paris").expression;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FROM = Date.parse("2026-01-01T00:00:00Z");
const TO = Date.parse("2029-04-01T00:00:00Z");

/** What EventBridge Scheduler does with an expression: a time that the clocks jump over is left out. */
function askings(expression: string, zone: string): number[] {
  const schedule = parseSchedule(expression);
  if (!schedule.ok || schedule.value.kind !== "cron") throw new Error(expression);
  const { minutes, hours }: CronSchedule["fields"] = schedule.value.fields;
  return [...startMillis(schedule.value, zone, FROM - 40 * 24 * HOUR, TO)].filter((start) => {
    const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
    return minutes.includes(local.minute) && hours.includes(local.hour);
  });
}

describe("the asking before a window", () => {
  it("comes two hours before, and again one hour before, in the window's own zone", () => {
    expect(askBefore(windowSchedule("sundays 03:30"), "Europe/Paris")).to.deep.equal({
      expression: "cron(30 1,2 ? * SUN *)",
      zone: "Europe/Paris",
    });
    expect(asks("daily 14:00")).to.equal("cron(0 12,13 * * ? *)");
    expect(asks("cron(0 4 1,15 3 ? *)")).to.equal("cron(0 2,3 1,15 3 ? *)");
  });

  it("comes the day before where the window opens after midnight", () => {
    expect(asks("sundays 00:15")).to.equal("cron(15 22,23 ? * SAT *)");
    expect(asks("sundays 01:00")).to.equal("cron(0 0,23 ? * SUN,SAT *)");
    expect(asks("cron(0 0 2 * ? *)")).to.equal("cron(0 22,23 1 * ? *)");
    expect(asks("cron(0 0 1 3 ? 2027)")).to.equal("cron(0 22,23 28,29,30,31 2,3 ? 2026,2027)");
  });

  it("comes on more days than there are windows where no expression names the right ones", () => {
    expect(asks("second tuesday 02:00")).to.equal("cron(0 0,1 ? * TUE *)");
    expect(asks("second tuesday + 5 days 02:00")).to.equal("cron(0 0,1 ? * SUN *)");
    expect(asks("last day 04:00")).to.equal("cron(0 2,3 28,29,30,31 * ? *)");
    expect(asks("cron(0 4 10W * ? *)")).to.equal("cron(0 2,3 8,9,10,11,12 * ? *)");
  });

  it("comes every day before a single window, because Scheduler takes no time that is past", () => {
    expect(askBefore(windowSchedule("at(2026-12-01T01:30:00)"), "Europe/Paris")).to.deep.equal({
      expression: "cron(30 0,23 * * ? *)",
      zone: "UTC",
    });
  });

  it("comes before every window of three years, half an hour at least and three hours at most, whatever the clocks do", () => {
    const weekday = fc.constantFrom("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    const day = fc.integer({ min: 1, max: 28 });
    const month = fc.constantFrom("*", "*", "3", "1,7", "10-12");
    const fields = fc.oneof(
      fc.tuple(day, day, month).map(([a, b, mon]) => `${a},${b} ${mon} ?`),
      fc.tuple(fc.integer({ min: 1, max: 31 }), month).map(([dom, mon]) => `${dom}W ${mon} ?`),
      month.map((mon) => `L ${mon} ?`),
      month.map((mon) => `? ${mon} *`),
      fc.tuple(weekday, weekday, month).map(([a, b, mon]) => `? ${mon} ${a},${b}`),
      fc.tuple(weekday, fc.integer({ min: 1, max: 5 }), month).map(([name, which, mon]) => `? ${mon} ${name}#${which}`),
      fc.tuple(fc.integer({ min: 1, max: 7 }), month).map(([number, mon]) => `? ${mon} ${number}L`),
    );
    const zones = fc.constantFrom("Europe/Paris", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC");
    const offset = fc.constantFrom(0, 0, 1, 6);
    fc.assert(
      fc.property(
        fields,
        fc.integer({ min: 0, max: 23 }),
        fc.constantFrom(0, 30),
        offset,
        zones,
        (rest, hour, minute, days, zone) => {
          const [dom = "", mon = "", dow = ""] = rest.split(" ");
          fc.pre(!(mon !== "*" && /^31W$/u.test(dom)) && !/^(29|30|31)W$/u.test(dom));
          const cron = parseSchedule(`cron(${minute} ${hour} ${dom} ${mon} ${dow} *)`);
          if (!cron.ok || cron.value.kind !== "cron") throw new Error(rest);
          const schedule = { ...cron.value, offsetDays: days };
          const { expression } = askBefore(schedule, zone);
          const told = askings(expression, zone);
          let next = 0;
          for (const start of startMillis(schedule, zone, FROM, TO)) {
            while ((told[next] ?? TO) <= start - 30 * MINUTE) next += 1;
            const last = told[next - 1] ?? 0;
            expect(start - last, `${rest} + ${days} in ${zone}, asked by ${expression}`).to.be.at.most(LONGEST_ASK_HOURS * HOUR);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
