import { expect } from "chai";
import * as fc from "fast-check";
import { noticeBefore } from "../../../fleet/schedule/notice-before";
import { startMillis } from "../../../fleet/schedule/starts";
import { windowSchedule } from "./fixtures";

const before = (text: string) => noticeBefore(windowSchedule(text));
const HOUR = 3_600_000;
const FROM = Date.parse("2026-01-01T00:00:00Z");
const TO = Date.parse("2029-04-01T00:00:00Z");

describe("the notice before a window", () => {
  it("comes a day before where a cron expression can say so", () => {
    expect(before("sundays 03:00")).to.equal("cron(0 3 ? * SAT *)");
    expect(before("weekdays 22:30")).to.equal("cron(30 22 ? * SUN,MON,TUE,WED,THU *)");
    expect(before("daily 02:00")).to.equal("cron(0 2 * * ? *)");
    expect(before("cron(0 4 15 * ? *)")).to.equal("cron(0 4 14 * ? *)");
  });

  it("comes on the day itself where days are waited after it", () => {
    expect(before("second tuesday + 3 days 22:00")).to.equal("cron(0 22 ? * TUE#2 *)");
    expect(before("last friday + 1 day 22:00")).to.equal("cron(0 22 ? * FRI#4 *)");
  });

  it("comes a week or two before where the day before has no name", () => {
    expect(before("second tuesday 22:00")).to.equal("cron(0 22 ? * TUE#1 *)");
    expect(before("first tuesday 22:00")).to.equal("cron(0 22 ? * TUE#4 *)");
    expect(before("last sunday 04:00")).to.equal("cron(0 4 ? * SUN#3 *)");
    expect(before("cron(0 4 ? 1,6 MON#1 *)")).to.equal("cron(0 4 ? 5,12 MON#4 *)");
  });

  it("comes before the ends and the beginnings of months", () => {
    expect(before("last day 04:00")).to.equal("cron(0 4 27 * ? *)");
    expect(before("cron(0 4 1 * ? *)")).to.equal("cron(0 4 28 * ? *)");
    expect(before("cron(0 4 1,15 * ? *)")).to.equal("cron(0 4 14,28 * ? *)");
    expect(before("cron(0 4 1 3 ? *)")).to.equal("cron(0 4 28 2 ? *)");
    expect(before("cron(0 4 10W * ? *)")).to.equal("cron(0 4 7 * ? *)");
    expect(before("cron(0 4 1W * ? *)")).to.equal("cron(0 4 26 * ? *)");
  });

  it("is none where nothing general can be said", () => {
    for (const text of ["at(2026-12-01T03:00:00)", "cron(0 3 ? * SUN 2027)", "cron(0 3 ? 6 SUN *)", "cron(0 3 1,15 6 ? *)"])
      expect(before(text), text).to.equal(null);
  });

  it("comes before every start, a day at least and 15 at most, but for an hour when clocks change", () => {
    const weekday = fc.constantFrom("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    const day = fc.integer({ min: 1, max: 31 });
    const month = fc.constantFrom("*", "*", "2", "1,7", "3-5");
    const fields = fc.oneof(
      fc.tuple(day, month).map(([dom, mon]) => `${dom} ${mon} ?`),
      fc.tuple(day, day, month).map(([a, b, mon]) => `${a},${b} ${mon} ?`),
      fc.tuple(day, month).map(([dom, mon]) => `${dom}W ${mon} ?`),
      month.map((mon) => `L ${mon} ?`),
      month.map((mon) => `? ${mon} *`),
      fc.tuple(weekday, weekday, month).map(([a, b, mon]) => `? ${mon} ${a},${b}`),
      fc.tuple(weekday, fc.integer({ min: 1, max: 5 }), month).map(([name, which, mon]) => `? ${mon} ${name}#${which}`),
      fc.tuple(fc.integer({ min: 1, max: 7 }), month).map(([number, mon]) => `? ${mon} ${number}L`),
    );
    let told = 0;
    fc.assert(
      fc.property(fields, fc.integer({ min: 0, max: 23 }), (rest, hour) => {
        const [dom = "", mon = "", dow = ""] = rest.split(" ");
        // A day that no chosen month has, such as the 30th of February, is no schedule.
        fc.pre(!(mon === "2" && /^(30|31)(W?)$/u.test(dom)) && !(mon === "2" && /^3[01],3[01]$/u.test(dom)));
        const schedule = windowSchedule(`cron(0 ${hour} ${dom} ${mon} ${dow} *)`);
        const expression = noticeBefore(schedule);
        if (expression === null) return;
        told += 1;
        const zone = "Europe/Paris";
        const notices = [...startMillis(windowSchedule(expression), zone, FROM - 40 * 24 * HOUR, TO)];
        let next = 0;
        for (const start of startMillis(schedule, zone, FROM, TO)) {
          while ((notices[next] ?? TO) <= start - 23 * HOUR) next += 1;
          const last = notices[next - 1] ?? 0;
          expect(start - last, `${rest} told by ${expression}`).to.be.at.most((15 * 24 + 1) * HOUR);
        }
      }),
      { numRuns: 150 },
    );
    expect(told).to.be.greaterThan(50);
  });
});
