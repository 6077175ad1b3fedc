import { expect } from "chai";
import { schedules } from "../../../fleet/check/schedules";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, judged, rejects } from "../../support/judged";

describe("schedules", () => {
  accepts(schedules, {
    "schedules in words and in AWS's own expressions": replaced(
      SHARED_FLEET,
      "saturdays 03:00",
      "cron(0 22 ? * TUE#2 *) + 3 days",
    ),
    "a single run": replaced(SHARED_FLEET, "saturdays 03:00", "at(2026-12-01T03:00:00)"),
  });

  it("rejects what is no schedule, at the ring and at the group that says it", () => {
    const text = replaced(
      replaced(SHARED_FLEET, "install: saturdays 03:00", "install: every so often"),
      "web: { ring: dev,",
      "web: { ring: dev, install: rate(7 days), rebootWindow: { at: sometimes },",
    );
    expect(judged(schedules, text).map(({ at, got }) => [at, got])).to.deep.equal([
      ["fleet.yaml:12 rings[1].install", '"every so often"'],
      ["fleet.yaml:14 groups.web.install", "rate(7 days)"],
      ["fleet.yaml:14 groups.web.rebootWindow.at", '"sometimes"'],
    ]);
  });

  rejects(schedules, {
    "a zone in the text of a window's schedule": [
      replaced(SHARED_FLEET, "saturdays 03:00", "saturdays 03:00 UTC"),
      [
        "12 rings[1].install",
        '"saturdays 03:00 UTC"',
        "a schedule without a zone: a window's zone stands beside it",
        "Leave UTC out and write `zone: UTC`.",
      ],
    ],
  });
});
