import { expect } from "chai";
import { scanSchedule } from "../../../fleet/check/scan-schedule";
import { SHARED_FLEET } from "../../support/fleet-text";
import { accepts, judged, rejects } from "../../support/judged";

describe("scanSchedule", () => {
  accepts(scanSchedule, {
    "the scan that is there by default": SHARED_FLEET,
    "a scan in UTC": `${SHARED_FLEET}scan: second tuesday 04:00 UTC\n`,
    "a scan every few days": `${SHARED_FLEET}scan: rate(3 days)\n`,
  });
  rejects(scanSchedule, {
    "a scan that leaves its zone open": [
      `${SHARED_FLEET}scan: sundays 01:00\n`,
      [
        "16 scan",
        "sundays 01:00",
        "a time that says UTC: a scan has no zone of its own",
        "Write `sundays 01:00 UTC`, after turning the time into UTC.",
      ],
    ],
    "a scan on days that an association does not know": [
      `${SHARED_FLEET}scan: second tuesday + 3 days 04:00 UTC\n`,
      ["16 scan", "+ 3 days", "a schedule without days to wait", "Name the weekday itself."],
    ],
  });

  it("rejects what is no schedule", () => {
    expect(judged(scanSchedule, `${SHARED_FLEET}scan: now and then\n`).map(({ got }) => got)).to.deep.equal(['"now and then"']);
  });
});
