import { expect } from "chai";
import { parseWindowSchedule } from "../../../fleet/schedule/window-schedule";

function got(text: string): string {
  const read = parseWindowSchedule(text);
  return read.ok ? read.value.expression : read.findings.map((finding) => finding.got).join("; ");
}

describe("parseWindowSchedule", () => {
  it("takes what starts once a day at most, and single runs", () => {
    expect(got("sundays 03:00")).to.equal("cron(0 3 ? * SUN *)");
    expect(got("cron(30 0 3 ? * SUN *)")).to.equal("cron(30 0 3 ? * SUN *)");
    expect(got("at(2027-01-31T03:00:00)")).to.equal("at(2027-01-31T03:00:00)");
  });

  it("rejects several hours: each would start a window of its own", () => {
    expect(got("cron(0 22-23 ? * THU#3 *)")).to.equal(
      "2 values for hours in cron(0 22-23 ? * THU#3 *), each of which starts a window of its own",
    );
  });

  it("rejects several minutes", () => {
    expect(got("cron(0,30 3 ? * SUN *)")).to.equal(
      "2 values for minutes in cron(0,30 3 ? * SUN *), each of which starts a window of its own",
    );
  });

  it("rejects a rate, whose runs nobody can foresee", () => expect(got("rate(7 days)")).to.equal("rate(7 days)"));

  it("rejects a zone in the text", () => expect(got("sundays 03:00 UTC")).to.equal('"sundays 03:00 UTC"'));

  it("rejects what no schedule is", () => expect(got("sometimes")).to.equal('"sometimes"'));
});
