import { expect } from "chai";
import { evidenceLifecycle } from "../../../components/aws/evidence-lifecycle";

const rules = evidenceLifecycle({ retentionDays: 400, departedDays: 60 });
/** After how many days a key is deleted; never where no rule says so. */
const kept = (key: string) =>
  Math.min(...rules.filter(({ prefix }) => key.startsWith(prefix)).map(({ expireDays = Infinity }) => expireDays));

describe("how long evidence is kept", () => {
  it("deletes what departed servers, the history, records and answers leave behind, each in its time", () => {
    expect(kept("AWS:PatchSummary/accountid=1/region=r/resourcetype=ManagedInstanceInventory/i-1.json")).to.equal(60);
    expect(kept("history/changes/day=2026-11-21/a.parquet")).to.equal(400);
    expect(kept("runs/records/accountid=1/region=r/x.json")).to.equal(400);
    expect(kept("results/x.csv")).to.equal(7);
  });

  it("never deletes what the program itself wrote: it would write it again on every up", () => {
    for (const key of ["runs/starts/prod.json", "runs/places/prod.json", "fleet/rings/fleet.json"])
      expect(kept(key), key).to.equal(Infinity);
  });

  it("has old versions for a month, of answers for a day, and rules whose names differ", () => {
    expect(rules.map(({ id, oldVersionDays }) => [id, oldVersionDays])).to.deep.equal([
      ["departed", 30],
      ["history", 30],
      ["records", 30],
      ["results", 1],
      ["rest", 400],
    ]);
    expect(evidenceLifecycle({ retentionDays: 7, departedDays: 60 }).at(-1)?.oldVersionDays).to.equal(30);
  });
});
