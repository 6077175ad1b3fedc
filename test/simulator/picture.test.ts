import { expect } from "chai";
import type { Plan } from "../../fleet/plan";
import type { RunLog } from "../../simulator/group-run";
import { heldBy, pictureOf } from "../../simulator/picture";

const DAY = 86_400_000;
const FROM = Date.parse("2026-11-23T00:00:00Z");
const plan = {
  rings: [{ name: "prod" }],
  groups: [
    { name: "web", sensitive: false },
    { name: "vault", sensitive: true },
  ],
} as unknown as Plan;

const run = (day: number, result: RunLog["result"], given: Partial<RunLog> = {}): RunLog => ({
  ring: "prod",
  group: "web",
  tag: "web",
  account: "prod",
  region: "eu-west-1",
  window: "prod",
  opens: FROM + day * DAY,
  at: FROM + day * DAY,
  ends: FROM + day * DAY,
  kind: "standing",
  result,
  why: "",
  changes: [],
  ...given,
});

describe("the picture of a year", () => {
  it("has a row a ring and a row a review group, and a column a week", () => {
    const runs = [
      run(0, "succeeded"),
      run(6.9, "held", { why: "freeze: calendar fleet-calendar-prod is closed" }),
      run(7, "succeeded"),
      run(8, "failed"),
      run(14, "held", { why: "release /fleet/rings/prod/declared: held" }),
      run(28, "none"),
      run(1, "succeeded", { kind: "approval", group: "vault" }),
      run(21, "failed", { kind: "restart" }),
    ];
    const [ring, group] = pictureOf(plan, { from: FROM, to: FROM + 35 * DAY, runs, proofs: [] }, () => false);
    expect([ring?.name, ring?.kind, ring?.weeks.map(({ result, heldBy: by }) => by ?? result)]).to.deep.equal([
      "prod",
      "ring",
      ["installed", "failed", "people", "none", "none"],
    ]);
    expect(ring?.weeks[0]).to.deep.equal({
      starts: "2026-11-23T00:00:00Z",
      result: "installed",
      heldBy: null,
      runs: { installed: 1, failed: 0, held: 1, none: 0 },
    });
    expect([group?.name, group?.kind, group?.weeks.map(({ result }) => result)]).to.deep.equal([
      "vault",
      "review group",
      ["installed", "none", "none", "none", "none"],
    ]);
  });

  it("tells who can do something about a hold", () => {
    const closed = "freeze: calendar fleet-calendar-prod is closed; release /fleet/rings/prod/proved: held: no";
    expect(heldBy(closed, false)).to.equal("freeze");
    expect(heldBy(closed, true)).to.equal("ring before");
    expect(heldBy("release /fleet/rings/prod/declared: held until 2026-12-24 by ana: audit", false)).to.equal("people");
    expect(heldBy("release /fleet/rings/prod/proved: held: 8 of 10 servers", false)).to.equal("evidence");
    expect(heldBy("release /fleet/rings/prod/proved: held: not proved yet", false)).to.equal("evaluator");
    expect(heldBy("release /fleet/rings/prod/proved lapsed: open until 2026-11-22T00:00:00Z", false)).to.equal("evaluator");
    expect(heldBy("release /fleet/rings/prod/proved: held: 1 of 2 alarms are quiet: errors, late", false)).to.equal("alarm");
    expect(heldBy("approval expired 2026-11-22T00:00:00Z", false)).to.equal("approval");
  });
});
