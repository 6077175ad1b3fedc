import { expect } from "chai";
import { bucketStatements, keyStatements, logStatements, viaS3 } from "../../../components/aws/evidence-policies";

const SHARED = {
  account: "222222222222",
  region: "eu-west-1",
  partition: "aws",
  bucketName: "b",
  organization: "o-a1b2c3d4e5" as string | null,
  runbookRoleName: "fleet-runbook",
};
const ALONE = { ...SHARED, organization: null };
const sids = (statements: readonly { Sid: string }[]) => statements.map(({ Sid }) => Sid);
const named = <S extends { Sid: string }>(statements: readonly S[], sid: string) => statements.find(({ Sid }) => Sid === sid);

describe("the policy of the evidence's bucket", () => {
  it("has AWS's statements for the syncs of an organization, word by word, and lets its runbooks write their own folder", () => {
    const statements = bucketStatements(SHARED);
    expect(sids(statements)).to.deep.equal([
      "SSMBucketPermissionsCheck",
      "SSMBucketDelivery",
      "SSMBucketDeliveryTagging",
      "RunRecords",
      "TlsOnly",
    ]);
    expect(statements[0]).to.deep.equal({
      Sid: "SSMBucketPermissionsCheck",
      Effect: "Allow",
      Principal: { Service: "ssm.amazonaws.com" },
      Action: ["s3:GetBucketAcl"],
      Resource: "arn:aws:s3:::b",
    });
    expect(statements[1]).to.deep.equal({
      Sid: "SSMBucketDelivery",
      Effect: "Allow",
      Principal: { Service: "ssm.amazonaws.com" },
      Action: ["s3:PutObject"],
      Resource: "arn:aws:s3:::b/*/accountid=*/*",
      Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceOrgID": "o-a1b2c3d4e5" } },
    });
    expect(statements[2]).to.deep.include({
      Action: ["s3:PutObjectTagging"],
      Resource: "arn:aws:s3:::b/*/accountid=*/*",
      Condition: { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } },
    });
    expect(statements[3]).to.deep.include({
      Principal: "*",
      Action: ["s3:PutObject"],
      // oxlint-disable-next-line no-template-curly-in-string
      Resource: "arn:aws:s3:::b/runs/records/accountid=${aws:PrincipalAccount}/*",
      Condition: {
        StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
        ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/fleet-runbook" },
      },
    });
  });

  it("has AWS's statements for one account, and lets nobody else in", () => {
    const statements = bucketStatements(ALONE);
    expect(sids(statements)).to.deep.equal(["SSMBucketPermissionsCheck", "SSMBucketDelivery", "TlsOnly"]);
    expect(statements[1]).to.deep.include({
      Resource: "arn:aws:s3:::b/*/accountid=222222222222/*",
      Condition: {
        StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": "222222222222" },
        ArnLike: { "aws:SourceArn": "arn:aws:ssm:*:222222222222:resource-data-sync/*" },
      },
    });
  });

  it("rejects everything without TLS, for the log as well", () => {
    const tls = { "aws:SecureTransport": "false" };
    for (const statements of [bucketStatements(SHARED), bucketStatements(ALONE), logStatements(SHARED, "l")])
      expect(named(statements, "TlsOnly")).to.deep.include({
        Effect: "Deny",
        Principal: "*",
        Action: ["s3:*"],
        Condition: { Bool: tls },
      });
    expect(logStatements(SHARED, "l")[0]).to.deep.include({
      Principal: { Service: "logging.s3.amazonaws.com" },
      Resource: "arn:aws:s3:::l/*",
      Condition: { StringEquals: { "aws:SourceAccount": "222222222222" }, ArnLike: { "aws:SourceArn": "arn:aws:s3:::b" } },
    });
  });
});

describe("the policy of the evidence's key", () => {
  it("lets its account rule it, the syncs encrypt, and runbooks of the organization through S3 only", () => {
    const statements = keyStatements(SHARED);
    expect(sids(statements)).to.deep.equal(["OwnAccount", "DataSyncs", "RunRecords"]);
    expect(named(statements, "DataSyncs")).to.deep.include({
      Action: ["kms:GenerateDataKey"],
      Condition: { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } },
    });
    expect(named(statements, "RunRecords")).to.deep.include({
      Principal: { AWS: "*" },
      Action: ["kms:GenerateDataKey"],
      Condition: {
        StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5", "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
        ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/fleet-runbook" },
      },
    });
    expect(sids(keyStatements(ALONE))).to.deep.equal(["OwnAccount", "DataSyncs"]);
  });

  it("knows S3 by its name in China", () => {
    expect(viaS3({ partition: "aws-cn", region: "cn-north-1" })).to.equal("s3.cn-north-1.amazonaws.com.cn");
  });
});
