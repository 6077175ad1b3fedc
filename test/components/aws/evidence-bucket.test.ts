import { expect } from "chai";
import { AccessLog, EvidenceBucket } from "../../../components/aws";
import { bucketStatements, keyStatements, logStatements } from "../../../components/aws/evidence-policies";
import { policyText } from "../../../components/aws/policy-document";
import { previewed, shapes, TAGS } from "../../support/component-run";
import { evidenceOwner } from "../../support/every-evidence-component";
import { named } from "../../support/program-run";

const owner = evidenceOwner({ account: "222222222222", partition: "aws" }, "eu-west-1");
const days = { retentionDays: 400, departedDays: 60 };

const preview = () =>
  previewed((opts) => {
    const { logBucketName, ready: logReady } = new AccessLog(
      "log",
      { ...owner, ...days, logBucketName: "logs", tags: TAGS },
      opts,
    );
    new EvidenceBucket("evidence", { ...owner, ...days, logBucketName, logReady, keyAlias: "fleet-evidence", tags: TAGS }, opts);
  });

async function made() {
  const all = shapes(await preview());
  return (name: string) => all.find((shape) => shape.name === name && !["AccessLog", "EvidenceBucket"].includes(shape.type))!;
}

describe("EvidenceBucket", () => {
  it("has a key that rotates, waits as long as it can before it goes, and has a name", async () => {
    const shape = await made();
    const { inputs, options } = shape("evidence-key");
    expect(inputs).to.deep.equal({
      region: "eu-west-1",
      description: "Encrypts the evidence of the fleet",
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: policyText(keyStatements(owner)),
      tags: TAGS,
    });
    expect(options.protect).to.equal(true);
    expect(shape("evidence-alias").inputs["name"]).to.equal("alias/fleet-evidence");
  });

  it("is private, owned by its account, versioned, and has the policy and the log that it should", async () => {
    const shape = await made();
    const inputs = (part: string) => {
      const { region: _region, bucket, ...rest } = shape(`evidence-${part}`).inputs;
      expect(bucket, part).to.equal("fleet-evidence-222222222222-eu-west-1");
      return rest;
    };
    expect(inputs("privacy")).to.deep.equal({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    expect(inputs("ownership")).to.deep.equal({ rule: { objectOwnership: "BucketOwnerEnforced" } });
    expect(inputs("versioning")).to.deep.equal({ versioningConfiguration: { status: "Enabled" } });
    expect(inputs("policy")).to.deep.equal({ policy: policyText(bucketStatements(owner)) });
    expect(inputs("logging")).to.deep.equal({ targetBucket: "logs", targetPrefix: "evidence/" });
    expect(JSON.stringify(inputs("encryption")))
      .to.contain('"sseAlgorithm":"aws:kms"')
      .and.to.contain('"bucketKeyEnabled":true');
    expect(shape("evidence-bucket").options.protect).to.equal(true);
  });

  it("writes each rule of its lifecycle in the words of S3", async () => {
    const rules = (await made())("evidence-lifecycle").inputs["rules"] as Record<string, unknown>[];
    expect(rules[0]).to.deep.equal({
      id: "departed",
      status: "Enabled",
      filter: { prefix: "AWS:" },
      expiration: { days: 60 },
      noncurrentVersionExpiration: { noncurrentDays: 30 },
    });
    expect(rules.at(-1)).to.deep.equal({
      id: "rest",
      status: "Enabled",
      filter: { prefix: "" },
      expiration: { expiredObjectDeleteMarker: true },
      noncurrentVersionExpiration: { noncurrentDays: 400 },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    });
  });

  it("changes one thing of a bucket after another, and its log last: S3 refuses two at once", async () => {
    const result = await preview();
    // Each also depends on the bucket itself, and what is encrypted on the key.
    const waits = (name: string) =>
      named(result, name)
        .dependencies.map((urn) => urn.split("::").at(-1) ?? "")
        .filter((other) => !/-(bucket|key)$/u.test(other));
    expect(waits("evidence-ownership")).to.deep.equal(["evidence-privacy"]);
    expect(waits("evidence-encryption")).to.deep.equal(["evidence-ownership"]);
    expect(waits("evidence-policy")).to.have.members(["evidence-encryption", "evidence-versioning"]);
    expect(waits("evidence-lifecycle")).to.deep.equal(["evidence-policy"]);
    // Until the log's own policy stands, S3 takes no bucket for a log.
    expect(waits("evidence-logging")).to.have.members(["evidence-policy", "log-policy"]);
  });
});

describe("AccessLog", () => {
  it("is a private bucket with S3's own encryption, which its log asks for, and lets S3 write", async () => {
    const shape = await made();
    expect(shape("log-encryption").inputs["rules"]).to.deep.equal([
      { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
    ]);
    expect(shape("log-policy").inputs["policy"]).to.equal(policyText(logStatements(owner, "logs")));
    expect(shape("log-bucket").options.protect).to.equal(true);
  });
});
