import { expect } from "chai";
import { EvidenceObjects } from "../../../components/aws";
import { previewed, shapes } from "../../support/component-run";

describe("EvidenceObjects", () => {
  it("writes each object as JSON lines, encrypted by the bucket's key", async () => {
    const objects = [{ name: "prod-starts", key: "runs/starts/prod.json", rows: [{ a: "1" }, { a: "2" }] }];
    const all = shapes(
      await previewed((opts) => {
        new EvidenceObjects("expected", { region: "eu-west-1", bucketName: "b", keyArn: "key", objects }, opts);
      }),
    );
    expect(all.find(({ name }) => name === "expected-prod-starts")?.inputs).to.deep.equal({
      region: "eu-west-1",
      bucket: "b",
      key: "runs/starts/prod.json",
      content: '{"a":"1"}\n{"a":"2"}\n',
      contentType: "application/x-ndjson",
      serverSideEncryption: "aws:kms",
      kmsKeyId: "key",
    });
  });
});
