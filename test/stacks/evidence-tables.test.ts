import { expect } from "chai";
import { PARTITIONS, RECORD_TYPES } from "../../evidence/record/record-type";
import { planEvidence } from "../../fleet/plan/evidence";
import { planRings } from "../../fleet/plan/ring";
import { evidenceTables } from "../../stacks/evidence-tables";
import { twoAccounts } from "../support/two-accounts";

const fleet = twoAccounts();
const tables = evidenceTables(planEvidence(fleet, planRings(fleet))!);
const table = (name: string) => tables.find((each) => each.name === name)!;

describe("the tables of the evidence", () => {
  it("are those of the syncs, the history, the runs and the fleet file, each under a folder and a name of its own", () => {
    expect(tables.map(({ name, folder }) => [name, folder])).to.deep.equal([
      ["aws_instanceinformation", "AWS:InstanceInformation"],
      ["aws_patchsummary", "AWS:PatchSummary"],
      ["aws_complianceitem", "AWS:ComplianceItem"],
      ["aws_application", "AWS:Application"],
      ["aws_windowsupdate", "AWS:WindowsUpdate"],
      ["aws_tag", "AWS:Tag"],
      ["history_changes", "history/changes"],
      ["history_coverage", "history/coverage"],
      ["run_records", "runs/records"],
      ["run_starts", "runs/starts"],
      ["run_places", "runs/places"],
      ["expected_groups", "fleet/expected_groups"],
      ["expected_counts", "fleet/expected_counts"],
      ["expected_machines", "fleet/expected_machines"],
      ["rings", "fleet/rings"],
      ["ended_systems", "fleet/ended_systems"],
    ]);
  });

  it("read what the syncs write by what their keys tell, in the accounts and regions of the fleet", () => {
    expect(table("aws_tag")).to.deep.include({
      format: "json",
      columns: ["key", "value", "resourceid", "capturetime", "schemaversion"],
      partitions: {
        accountid: { type: "enum", values: ["222222222222", "333333333333", "444444444444"] },
        region: { type: "enum", values: ["eu-west-1", "us-east-1"] },
        resourcetype: { type: "enum", values: ["ManagedInstanceInventory"] },
      },
    });
    for (const { table: name } of RECORD_TYPES)
      expect(Object.keys(table(name).partitions ?? {}), name).to.deep.equal([...PARTITIONS]);
  });

  it("have no column twice, nor one beside a partition of its name: Athena refuses such a table", () => {
    for (const { name, columns, partitions = {} } of tables) {
      const all = [...columns, ...Object.keys(partitions)];
      expect(new Set(all).size, name).to.equal(all.length);
      for (const column of all) expect(column, name).to.match(/^[a-z]+$/u);
    }
    expect(table("aws_instanceinformation").columns).not.to.include("resourcetype");
  });

  it("have a history in Parquet, a day a partition, from the first day on", () => {
    for (const name of ["history_changes", "history_coverage"])
      expect(table(name)).to.deep.include({ format: "parquet", partitions: { day: { type: "day", from: "2026-01-01" } } });
  });
});
