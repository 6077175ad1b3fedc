import { expect } from "chai";
import * as fc from "fast-check";
import type { CapacityInput } from "../../../fleet/schedule/capacity";
import { capacity, FIXED_SECONDS } from "../../../fleet/schedule/capacity";

const base: CapacityInput = {
  durationHours: 4,
  cutoffHours: 1,
  servers: 120,
  concurrency: { percent: 10 },
  perServerMinutes: 10,
};

function gots(input: CapacityInput): string[] {
  return capacity(input).findings.map((finding) => finding.got);
}

describe("capacity", () => {
  it("counts waves, expiry and the most servers of a share of known servers", () => {
    expect(capacity(base)).to.deep.equal({
      fits: true,
      findings: [],
      waves: 10,
      installSeconds: 8100,
      timeoutSeconds: 5700,
      stepTimeoutSeconds: 2400,
      canFinish: null,
    });
  });

  it("counts them for a fixed number at once", () => {
    const { waves, canFinish, fits } = capacity({ ...base, concurrency: { count: 10 } });
    expect({ waves, canFinish, fits }).to.deep.equal({ waves: 12, canFinish: 130, fits: true });
  });

  it("knows no waves when neither servers nor a share are known", () => {
    const unknown: CapacityInput = { durationHours: 4, cutoffHours: 1, concurrency: { percent: 10 }, perServerMinutes: 10 };
    expect(capacity({ ...unknown, concurrency: { count: 10 } }).waves).to.equal(null);
    expect(capacity({ ...unknown, concurrency: { count: 10 } }).canFinish).to.equal(130);
    expect(capacity({ ...unknown, concurrency: { percent: 15 } }).waves).to.equal(7);
  });

  it("starts one server at a time where the share is less than one", () => {
    expect(capacity({ ...base, servers: 9 }).waves).to.equal(9);
    expect(capacity({ ...base, servers: 19 }).waves).to.equal(19);
    expect(capacity({ ...base, servers: 20 }).waves).to.equal(10);
    expect(capacity({ ...base, servers: 0 }).waves).to.equal(0);
  });

  it("gives a server four times its time, but never more than half of the command's", () => {
    expect(capacity({ ...base, perServerMinutes: 30, concurrency: { count: 60 } })).to.deep.include({
      stepTimeoutSeconds: 4050,
      timeoutSeconds: 4050,
      fits: true,
    });
    expect(capacity({ ...base, durationHours: 24, perServerMinutes: 300, concurrency: { count: 120 } })).to.deep.include({
      stepTimeoutSeconds: 36_000,
      timeoutSeconds: 44_100,
    });
  });

  it("lets the last wave begin before the command's delivery ends, when time is short", () => {
    expect(capacity({ ...base, servers: 130, concurrency: { count: 10 } })).to.deep.include({
      waves: 13,
      timeoutSeconds: 7200,
      stepTimeoutSeconds: 900,
    });
  });

  it("rejects waves that take longer than the window leaves, in numbers", () => {
    expect(capacity({ ...base, perServerMinutes: 30 }).findings[0]).to.deep.equal({
      got: "10 waves of 30 minutes, 300 minutes in all",
      want: "at most 135 minutes: of 4 hours, gate, two scans and reconciliation take 105 minutes",
      fix: "lengthen the window to 7 hours, or let more servers install at once",
    });
    expect(capacity({ ...base, perServerMinutes: 300 }).findings[0]?.fix).to.equal("let more servers install at once");
  });

  it("rejects a last wave that would begin after the cutoff", () => {
    expect(gots({ ...base, cutoffHours: 3, perServerMinutes: 13 })).to.deep.equal([
      "a last wave that begins 167 minutes after the window opens",
    ]);
  });

  it("rejects a cutoff that swallows the window", () => {
    expect(gots({ ...base, cutoffHours: 4 })).to.deep.equal(["a cutoff of 4 hours in a window of 4"]);
  });

  it("rejects a window that gate and scans fill, and names one that would do", () => {
    const short = capacity({ ...base, durationHours: 1, cutoffHours: 0, servers: 1 });
    expect(short).to.deep.include({ fits: false, installSeconds: 0, canFinish: 0 });
    expect(short.findings[0]?.fix).to.equal("lengthen the window to 2 hours, or let more servers install at once");
  });

  const inputs = fc.record({
    durationHours: fc.integer({ min: 1, max: 24 }),
    cutoffHours: fc.integer({ min: 0, max: 23 }),
    servers: fc.integer({ min: 1, max: 3000 }),
    concurrency: fc.oneof(
      fc.integer({ min: 1, max: 500 }).map((count) => ({ count })),
      fc.integer({ min: 1, max: 100 }).map((percent) => ({ percent })),
    ),
    perServerMinutes: fc.integer({ min: 1, max: 240 }),
  });

  it("never lets a command expire before its group is done, nor a run outlast its window", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { fits, waves, timeoutSeconds, stepTimeoutSeconds, installSeconds } = capacity(input);
        expect(timeoutSeconds).to.be.within(30, 2_592_000);
        expect(stepTimeoutSeconds).to.be.within(1, 36_000);
        if (!fits || waves === null) return;
        const perServer = input.perServerMinutes * 60;
        const { gate, scan, reconcile, slack } = FIXED_SECONDS;
        expect(timeoutSeconds + stepTimeoutSeconds).to.equal(installSeconds);
        expect(installSeconds).to.be.at.least(waves * perServer);
        expect(stepTimeoutSeconds).to.be.at.least(perServer);
        expect(timeoutSeconds).to.be.at.least((waves - 1) * perServer);
        expect(gate + scan + installSeconds + slack + scan + reconcile).to.be.at.most(input.durationHours * 3600);
        expect(gate + scan + (waves - 1) * perServer).to.be.at.most((input.durationHours - input.cutoffHours) * 3600);
      }),
      { numRuns: 5000 },
    );
  });

  it("names the most servers truly: that many fit, one more does not", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { canFinish } = capacity(input);
        if (canFinish === null) return;
        expect(capacity({ ...input, servers: canFinish + 1 }).fits).to.equal(false);
        const whole = capacity({ ...input, servers: canFinish });
        // A window too short for a single server has findings even without servers.
        if (canFinish > 0) expect(whole.findings).to.deep.equal([]);
      }),
      { numRuns: 5000 },
    );
  });
});
