import { expect } from "chai";
import { EvidenceQueries } from "../../../components/aws";
import { previewed, shapes, TAGS } from "../../support/component-run";

async function made() {
  const all = shapes(
    await previewed((opts) => {
      const where = { region: "eu-west-1", account: "222222222222", databaseName: "db", bucketName: "b", keyArn: "key" };
      const queries = [{ name: "tags", description: "Tags?", sql: "SELECT 1" }];
      new EvidenceQueries("ask", { ...where, workgroupName: "fleet", scanLimit: 5e9, queries, tags: TAGS }, opts);
    }),
  );
  return (name: string) => all.find((shape) => shape.name === name)!;
}

describe("EvidenceQueries", () => {
  it("limits what a query reads, and says where and how its answer is kept, whatever the client wants", async () => {
    expect((await made())("ask-workgroup").inputs).to.deep.equal({
      region: "eu-west-1",
      name: "fleet",
      description: "Asks the evidence of the fleet",
      forceDestroy: true,
      configuration: {
        enforceWorkgroupConfiguration: true,
        publishCloudwatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: 5_000_000_000,
        engineVersion: { selectedEngineVersion: "Athena engine version 3" },
        resultConfiguration: {
          outputLocation: "s3://b/results/",
          expectedBucketOwner: "222222222222",
          encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: "key" },
        },
      },
      tags: TAGS,
    });
  });

  it("keeps each question by its name, in that workgroup", async () => {
    expect((await made())("ask-tags").inputs).to.deep.equal({
      region: "eu-west-1",
      name: "tags",
      description: "Tags?",
      workgroup: "fleet",
      database: "db",
      query: "SELECT 1",
    });
  });
});
