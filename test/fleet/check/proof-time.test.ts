import { expect } from "chai";
import { proofTime } from "../../../fleet/check/proof-time";
import { parseFleet } from "../../../fleet/parse";
import { SHARED_FLEET } from "../../support/fleet-text";

/** The findings where the second ring is this one: the first installs on Sundays at 03:00 for four hours. */
function found(prod: string): unknown[] {
  const text = SHARED_FLEET.replace(/ {2}- \{ name: prod,.*\n/u, `  - { name: prod, after: dev, accounts: [prod], ${prod} }\n`);
  const parsed = parseFleet(text, "fleet.yaml");
  if (!("fleet" in parsed)) throw new Error(JSON.stringify(parsed.problems));
  return proofTime(parsed.fleet);
}

describe("the time to prove a ring", () => {
  it("is enough where the soak is, and where the ring before ended long ago", () => {
    expect(found("soak: 3 hours, install: sundays 10:00")).to.deep.equal([]);
    expect(found("install: mondays 03:00")).to.deep.equal([]);
    expect(found("install: sundays 10:00")).to.deep.equal([]);
    expect(found("install: sundays 04:00")).to.deep.equal([]);
  });

  it("does not matter where the calendar proves", () => {
    expect(found("prove: calendar, install: sundays 07:00")).to.deep.equal([]);
  });

  it("rejects a ring that begins as soon as the one before ends", () => {
    expect(found("install: sundays 07:00")).to.deep.equal([
      {
        path: ["rings", 1, "after"],
        got: "0 hours between a run of ring dev and the run on 2026-01-04T07:00Z",
        want: "at least 3 hours: whether the ring before is healthy is asked so long ahead",
        fix: "Write `soak: 3 hours` or more, or `prove: calendar`.",
      },
    ]);
    expect(found("soak: 2 hours, install: sundays 09:59")).to.have.length(1);
  });
});
