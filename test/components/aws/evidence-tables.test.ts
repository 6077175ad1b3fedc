import { expect } from "chai";
import { EvidenceTables, type EvidenceTable } from "../../../components/aws";
import { previewed, shapes, TAGS } from "../../support/component-run";

const RAW: EvidenceTable = {
  name: "aws_tag",
  description: "Tags",
  folder: "AWS:Tag",
  format: "json",
  columns: ["key", "value"],
  partitions: { accountid: { type: "enum", values: ["1", "2"] }, region: { type: "enum", values: ["eu-west-1"] } },
};
const HISTORY: EvidenceTable = {
  name: "history_changes",
  description: "Changes",
  folder: "history/changes",
  format: "parquet",
  columns: ["id"],
  partitions: { day: { type: "day", from: "2026-01-01" } },
};
const PLAIN: EvidenceTable = {
  name: "run_records",
  description: "Runs",
  folder: "runs/records",
  format: "json",
  columns: ["execution"],
};

async function table(name: string) {
  const all = shapes(
    await previewed((opts) => {
      const args = { region: "eu-west-1", databaseName: "db", bucketName: "b", tables: [RAW, HISTORY, PLAIN], tags: TAGS };
      new EvidenceTables("lake", args, opts);
    }),
  );
  return all.find((shape) => shape.name === `lake-${name}`)!.inputs;
}

describe("EvidenceTables", () => {
  it("declares a table of JSON lines whose columns are all text, and whose partitions are known by a list", async () => {
    expect(await table("aws_tag")).to.deep.equal({
      region: "eu-west-1",
      databaseName: "db",
      name: "aws_tag",
      description: "Tags",
      tableType: "EXTERNAL_TABLE",
      parameters: {
        EXTERNAL: "TRUE",
        classification: "json",
        "projection.enabled": "true",
        "projection.accountid.type": "enum",
        "projection.accountid.values": "1,2",
        "projection.region.type": "enum",
        "projection.region.values": "eu-west-1",
      },
      partitionKeys: [
        { name: "accountid", type: "string" },
        { name: "region", type: "string" },
      ],
      storageDescriptor: {
        location: "s3://b/AWS:Tag/",
        columns: [
          { name: "key", type: "string" },
          { name: "value", type: "string" },
        ],
        inputFormat: "org.apache.hadoop.mapred.TextInputFormat",
        outputFormat: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
        serDeInfo: {
          serializationLibrary: "org.openx.data.jsonserde.JsonSerDe",
          parameters: { "serialization.format": "1", "ignore.malformed.json": "true", "case.insensitive": "true" },
        },
      },
    });
  });

  it("declares a history in Parquet, of which every day from the first to tomorrow is there", async () => {
    const { parameters, storageDescriptor } = await table("history_changes");
    expect(parameters).to.deep.equal({
      EXTERNAL: "TRUE",
      classification: "parquet",
      "projection.enabled": "true",
      "projection.day.type": "date",
      "projection.day.format": "yyyy-MM-dd",
      "projection.day.range": "2026-01-01,NOW+1DAYS",
      "projection.day.interval": "1",
      "projection.day.interval.unit": "DAYS",
    });
    expect(JSON.stringify(storageDescriptor)).to.contain("ParquetHiveSerDe");
  });

  it("projects nothing where there are no partitions", async () => {
    const { parameters, partitionKeys } = await table("run_records");
    expect([parameters, partitionKeys]).to.deep.equal([{ EXTERNAL: "TRUE", classification: "json" }, []]);
  });
});
