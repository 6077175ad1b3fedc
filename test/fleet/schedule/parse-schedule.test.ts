import { expect } from "chai";
import * as fc from "fast-check";
import { parseSchedule } from "../../../fleet/schedule/parse-schedule";

function expression(text: string): string {
  const read = parseSchedule(text);
  if (!read.ok) return read.findings.map((finding) => finding.got).join("; ");
  return read.value.kind === "cron" && read.value.offsetDays > 0
    ? `${read.value.expression} + ${read.value.offsetDays}`
    : read.value.expression;
}

function fixes(text: string): string {
  const read = parseSchedule(text);
  return read.ok ? "accepted" : read.findings.map((finding) => finding.fix).join("; ");
}

describe("parseSchedule", () => {
  const words: readonly (readonly [string, string])[] = [
    ["sundays 03:00", "cron(0 3 ? * SUN *)"],
    ["Saturdays 23:59", "cron(59 23 ? * SAT *)"],
    ["daily 02:00", "cron(0 2 ? * * *)"],
    ["weekdays 02:30", "cron(30 2 ? * MON-FRI *)"],
    ["second tuesday 22:00", "cron(0 22 ? * TUE#2 *)"],
    ["second tuesday + 3 days 22:00", "cron(0 22 ? * TUE#2 *) + 3"],
    ["fifth friday + 1 day 00:05", "cron(5 0 ? * FRI#5 *) + 1"],
    ["LAST  Sunday 04:00", "cron(0 4 ? * 1L *)"],
    ["last saturday + 6 days 04:00", "cron(0 4 ? * 7L *) + 6"],
    ["last day 04:00", "cron(0 4 L * ? *)"],
    ["sundays 01:00 UTC", "cron(0 1 ? * SUN *)"],
  ];
  for (const [text, expected] of words) {
    it(`reads "${text}" as ${expected}`, () => expect(expression(text)).to.equal(expected));
  }

  const exact: readonly string[] = [
    "cron(30 23 ? * TUE#3 *)",
    "cron(0 2 ? * THU#3 *)",
    "cron(15 10 ? * MON-FRI *)",
    "cron(0 2 L * ? *)",
    "cron(15 10 ? * 6L *)",
    "cron(24 30 09 ? * * *)",
    "cron(30 09 ? * * *)",
    "cron(1/10 * * * ? *)",
    "cron(0/30 * * * ? *)",
    "cron(0 */30 * * * ? *)",
    "cron(0 10 * * ? *)",
    "cron(0 8 1 * ? *)",
    "cron(0 8 3W JAN-MAR,DEC ? 2026/2)",
    "cron(0 8 1-15/7 1,7 ? 2026-2030)",
    "cron(0 8 ? * L *)",
    "cron(0 8 29 2 ? *)",
    "at(2027-02-28T23:59:59)",
    "rate(5 minutes)",
    "rate(1 hour)",
    "rate(25 days)",
  ];
  for (const text of exact) {
    it(`reads AWS's own ${text} as it stands`, () => expect(expression(text)).to.equal(text));
  }

  it("writes case and spaces as AWS's pages do", () => {
    expect(expression("  CRON( 0  22 ? * tue#2 * ) ")).to.equal("cron(0 22 ? * TUE#2 *)");
    expect(expression("Rate(7  Days)")).to.equal("rate(7 days)");
  });

  it("writes the last weekday with its number, as AWS's pages do", () => {
    expect(expression("cron(15 10 ? * FRIL *)")).to.equal("cron(15 10 ? * 6L *)");
  });

  it("lets an expression wait some days", () => {
    expect(expression("cron(0 22 ? * TUE#2 *) + 3 days")).to.equal("cron(0 22 ? * TUE#2 *) + 3");
  });

  const refusedTexts: readonly (readonly [string, string])[] = [
    ["cron(0 3 ? * SUN)", "cron(0 3 ? * SUN) with 5 fields"],
    ["cron(0 3 ? * ? *)", "? in both day fields"],
    ["cron(0 3 * * * *)", '"*" as the day of the month and "*" as the day of the week'],
    ["cron(0 3 1 * SUN *)", '"1" as the day of the month and "SUN" as the day of the week'],
    ["cron(? 3 ? * SUN *)", '"?" as minutes'],
    ["cron(0 3 ? ? SUN *)", '"?" as the month'],
    ["cron(0 24 ? * SUN *)", '"24" as hours'],
    ["cron(60 3 ? * SUN *)", '"60" as minutes'],
    ["cron(0 3 ? * 0 *)", '"0" as the day of the week'],
    ["cron(0 3 ? * 8 *)", '"8" as the day of the week'],
    ["cron(0 3 32 * ? *)", '"32" as the day of the month'],
    ["cron(0 3 ? 13 SUN *)", '"13" as the month'],
    ["cron(0 3 ? * SUN 1969)", '"1969" as the year'],
    ["cron(0 3 ? * SUN 2200)", '"2200" as the year'],
    ["cron(0 3 ? * SUN#6 *)", '"SUN#6" as the day of the week'],
    ["cron(0 3 ? * SUN#1,SUN#3 *)", '"SUN#1,SUN#3" as the day of the week'],
    ["cron(0 3 LW * ? *)", '"LW" as the day of the month'],
    ["cron(0 3 L-3 * ? *)", '"L-3" as the day of the month'],
    ["cron(0 3 32W * ? *)", '"32W" as the day of the month'],
    ["cron(0 3 ? * 3W *)", '"3W" as the day of the week'],
    ["cron(0/0 3 ? * SUN *)", 'the step "0" in minutes'],
    ["cron(0 3 ? * FRI-MON *)", 'the range "FRI-MON" in the day of the week, which runs backwards'],
    ["cron(00 23-5 ? * THU#3 *)", 'the range "23-5" in hours, which runs backwards'],
    ["cron(0 3,, ? * SUN *)", '"" as hours; "" as hours'],
    ["cron(0 3 30 2 ? *)", "cron(0 3 30 2 ? *), which names a day that never comes"],
    ["cron(0 3 29 2 ? 2027)", "cron(0 3 29 2 ? 2027), which names a day that never comes"],
    ["cron(0/4 3 ? * SUN *)", "cron(0/4 3 ? * SUN *), with starts less than 5 minutes apart"],
    ["cron(0/30 0 3 ? * SUN *)", "cron(0/30 0 3 ? * SUN *), with starts less than 5 minutes apart"],
    ["cron(0 22 ? * TUE#2 *) + 7 days", "+ 7 days"],
    ["second tuesday + 0 days 22:00", "+ 0 days"],
    ["sundays + 2 days 22:00", '"sundays + 2 days 22:00"'],
    ["at(2027-02-29T03:00:00)", "at(2027-02-29T03:00:00)"],
    ["at(2027-02-28T03:00:60)", "at(2027-02-28T03:00:60)"],
    ["at(2027-02-28T24:00:00)", "at(2027-02-28T24:00:00)"],
    ["at(2027-02-28T03:00)", "at(2027-02-28T03:00)"],
    ["at(2027-02-28T03:00:00Z)", "at(2027-02-28T03:00:00Z)"],
    ["rate(4 minutes)", "rate(4 minutes)"],
    ["rate(1 hours)", "rate(1 hours)"],
    ["rate(5 hour)", "rate(5 hour)"],
    ["rate(0 days)", "rate(0 days)"],
    ["rate(1.5 days)", "rate(1.5 days)"],
    ["sundays 24:00", '"sundays 24:00"'],
    ["", '""'],
  ];
  for (const [text, got] of refusedTexts) {
    it(`rejects ${text === "" ? "nothing at all" : text}`, () => expect(expression(text)).to.equal(got));
  }

  it("takes starts either side of midnight when they are 5 minutes apart", () => {
    expect(expression("cron(0,58 0,23 ? * SUN *)")).to.equal("cron(0,58 0,23 ? * SUN *), with starts less than 5 minutes apart");
    expect(expression("cron(0,55 0,23 ? * SUN *)")).to.equal("cron(0,55 0,23 ? * SUN *)");
  });

  it("rejects more than 256 characters", () => {
    const text = `cron(0 3 ${Array.from({ length: 150 }, () => "1").join(",")} * ? *)`;
    expect(expression(text)).to.equal(`${text.length} characters`);
  });

  it("reports every field that is wrong, not only the first", () => {
    expect(expression("cron(60 24 ? 13 SUN 1)")).to.equal('"60" as minutes; "24" as hours; "13" as the month; "1" as the year');
  });

  const nearMisses: readonly (readonly [string, string])[] = [
    ["sunday 3:00", "sundays 03:00"],
    ["every sunday at 3am", "sundays 03:00"],
    ["sundys 03:00", "sundays 03:00"],
    ["every day at 2 pm", "daily 14:00"],
    ["nightly 02:00 utc", "daily 02:00 UTC"],
    ["2nd tuesday + 3d 22:00", "second tuesday + 3 days 22:00"],
    ["on the second tuesday of every month at 22:00", "second tuesday 22:00"],
    ["secnd tuesdays 22:00", "second tuesday 22:00"],
    ["weekday 02:00", "weekdays 02:00"],
    ["weekends 02:00", "cron(0 2 ? * SAT,SUN *)"],
    ["mondays and thursdays 02:30", "cron(30 2 ? * MON,THU *)"],
    ["0 3 * * 0", "cron(0 3 ? * SUN *)"],
    ["0 3 ? * SUN *", "cron(0 3 ? * SUN *)"],
    ["2027-01-31 03:00", "at(2027-01-31T03:00:00)"],
  ];
  for (const [text, suggestion] of nearMisses) {
    it(`rejects "${text}" and suggests "${suggestion}"`, () => expect(fixes(text)).to.equal(`did you mean "${suggestion}"?`));
  }

  it("rejects a crontab's five fields in cron() and suggests AWS's six", () => {
    expect(fixes("cron(0 3 1 * *)")).to.equal('did you mean "cron(0 3 1 * ? *)"?');
  });

  it("rejects an hour range that runs backwards and says where the end comes from", () => {
    expect(fixes("cron(00 23-5 ? * THU#3 *)")).to.equal("write one hour (23): how long a window stays open is its duration");
  });

  it("answers any text without throwing, and reads its own expression back", () => {
    const piece = fc.constantFrom(
      "cron(",
      "at(",
      "rate(",
      ")",
      " ",
      "0",
      "3",
      "?",
      "*",
      "SUN",
      "#2",
      "L",
      "W",
      "/",
      "-",
      ",",
      "sundays",
      "+",
      "days",
      "03:00",
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join("")),
      fc.array(piece).map((pieces) => pieces.join(" ")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = parseSchedule(text);
        if (read.ok) expect(parseSchedule(read.value.expression).ok).to.equal(true);
        else expect(read.findings.length).to.be.greaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});
