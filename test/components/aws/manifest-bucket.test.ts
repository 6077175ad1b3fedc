import { expect } from "chai";
import { ManifestBucket, type ManifestBucketArgs } from "../../../components/aws";
import { manifestOf } from "../../../fleet/manifest";
import { previewed, shapes, TAGS } from "../../support/component-run";
import { named } from "../../support/program-run";

const { digest, text } = manifestOf([{ id: "openssl.amd64", title: "openssl.amd64:3.0.2-0ubuntu1.18" }]);
const ARGS: ManifestBucketArgs = {
  region: "eu-west-1",
  partition: "aws",
  bucketName: "fleet-manifests-444444444444-eu-west-1",
  retentionDays: 400,
  manifests: [{ digest, key: `manifests/${digest}.yaml`, text }],
  tags: TAGS,
};

const bucket = (args = ARGS) =>
  previewed((opts) => {
    new ManifestBucket("manifests", args, opts);
  });

describe("ManifestBucket", () => {
  it("is private, encrypted by S3's own key, versioned, and locked from the first moment", async () => {
    const all = shapes(await bucket());
    const inputs = (type: string) => all.find((each) => each.type === `aws.s3.${type}`)?.inputs;
    const on = { region: "eu-west-1", bucket: ARGS.bucketName };
    expect(inputs("Bucket")).to.deep.equal({ ...on, objectLockEnabled: true, tags: TAGS });
    expect(inputs("BucketObjectLockConfiguration")).to.deep.equal({
      ...on,
      objectLockEnabled: "Enabled",
      rule: { defaultRetention: { mode: "GOVERNANCE", days: 400 } },
    });
    expect(inputs("BucketVersioning")).to.deep.equal({ ...on, versioningConfiguration: { status: "Enabled" } });
    expect(inputs("BucketServerSideEncryptionConfiguration")).to.deep.equal({
      ...on,
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
    expect(inputs("BucketPublicAccessBlock")).to.deep.include({ restrictPublicBuckets: true, blockPublicPolicy: true });
    expect(inputs("BucketOwnershipControls")).to.deep.equal({ ...on, rule: { objectOwnership: "BucketOwnerEnforced" } });
    // A lifecycle could only delete.
    expect(inputs("BucketLifecycleConfiguration")).to.equal(undefined);
  });

  it("lets nobody get past the lock, hide a manifest or speak without TLS, and allows nothing of its own", async () => {
    const { Statement: statements } = JSON.parse(named(await bucket(), "manifests-policy").inputs["policy"] as string);
    const arn = `arn:aws:s3:::${ARGS.bucketName}`;
    expect(statements).to.deep.equal([
      {
        Sid: "WriteOnce",
        Effect: "Deny",
        Principal: "*",
        Action: ["s3:BypassGovernanceRetention", "s3:DeleteObject"],
        Resource: `${arn}/*`,
      },
      {
        Sid: "TlsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: ["s3:*"],
        Resource: [arn, `${arn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
  });

  it("writes each manifest under its digest, with a checksum of S3's own, once the bucket is ready", async () => {
    const result = await bucket();
    const object = named(result, `manifests-${digest}`);
    expect(object.inputs).to.deep.equal({
      region: "eu-west-1",
      bucket: ARGS.bucketName,
      key: `manifests/${digest}.yaml`,
      content: text,
      contentType: "application/yaml",
      checksumAlgorithm: "SHA256",
    });
    expect(object.dependencies).to.include(named(result, "manifests-policy").urn);
    expect(named(result, "manifests-policy").dependencies).to.include(named(result, "manifests-lock").urn);
  });

  it("never writes a manifest again, whatever becomes of its attributes", async () => {
    const { options } = named(await bucket(), `manifests-${digest}`);
    expect(options.ignoreChanges).to.include.members([
      "content",
      "contentType",
      "checksumAlgorithm",
      "objectLockMode",
      "objectLockRetainUntilDate",
      "tags",
    ]);
  });

  it("outlives its stack with all that guards it", async () => {
    for (const { type, name, options } of shapes(await bucket()).filter((each) => each.type.startsWith("aws.")))
      expect([name, options.retainOnDelete, options.protect], type).to.deep.equal([
        name,
        true,
        type === "aws.s3.Bucket" ? true : undefined,
      ]);
  });

  it("stands without any manifest too, so that an approval finds it", async () => {
    expect(shapes(await bucket({ ...ARGS, manifests: [] })).filter(({ type }) => type === "aws.s3.BucketObjectv2")).to.deep.equal(
      [],
    );
  });
});
