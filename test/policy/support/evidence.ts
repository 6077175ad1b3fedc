import { json, ref, type Fixture } from "./fixture";

/** A bucket that holds evidence, with all that makes it safe, and the sync that writes to it. */
export const evidence: Fixture = {
  bucket: { type: "aws:s3/bucket:Bucket", props: { bucket: "fleet-evidence", region: "eu-west-1" } },
  encryption: {
    type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    props: { bucket: ref("bucket.id"), rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }] },
  },
  versioning: {
    type: "aws:s3/bucketVersioning:BucketVersioning",
    props: { bucket: ref("bucket.id"), versioningConfiguration: { status: "Enabled" } },
  },
  block: {
    type: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    props: {
      bucket: ref("bucket.id"),
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
  },
  policy: {
    type: "aws:s3/bucketPolicy:BucketPolicy",
    props: {
      bucket: "fleet-evidence",
      policy: json({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "Look",
            Effect: "Allow",
            Principal: { Service: "ssm.amazonaws.com" },
            Action: "s3:GetBucketAcl",
            Resource: "arn:aws:s3:::fleet-evidence",
          },
          {
            Sid: "Write",
            Effect: "Allow",
            Principal: { Service: "ssm.amazonaws.com" },
            Action: ["s3:PutObject", "s3:PutObjectTagging"],
            Resource: "arn:aws:s3:::fleet-evidence/*/accountid=*/*",
            Condition: { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } },
          },
          {
            Sid: "Read",
            Effect: "Allow",
            Principal: "*",
            Action: "s3:GetObject",
            Resource: "arn:aws:s3:::fleet-evidence/*",
            Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
          },
        ],
      }),
    },
  },
  sync: {
    type: "aws:ssm/resourceDataSync:ResourceDataSync",
    props: {
      name: "fleet",
      s3Destination: { bucketName: ref("bucket.id"), region: "eu-west-1", syncFormat: "JsonSerDe" },
      region: "eu-west-1",
    },
  },
};
