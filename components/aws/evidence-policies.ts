import { tlsOnly, type Conditions, type ResourceStatement } from "./policy-document";

/** Where evidence lives and who sends it. */
export interface EvidenceOwner {
  /** The account that owns the bucket, 12 digits. */
  readonly account: string;
  readonly region: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  readonly bucketName: string;
  /** The organization whose accounts send evidence; null where only this account does. */
  readonly organization: string | null;
  /** The name of the role that runbooks run under, in every account that sends. */
  readonly runbookRoleName: string;
}

/** Where a runbook writes its records: one folder an account, so that none can write another's. */
export const RECORDS = "runs/records";

/** The ARN of a bucket. */
export function bucketArn({ partition, bucketName }: Pick<EvidenceOwner, "partition" | "bucketName">): string {
  return `arn:${partition}:s3:::${bucketName}`;
}

/** S3 as a service that uses a key on behalf of somebody; in China its name ends otherwise. */
export function viaS3({ partition, region }: Pick<EvidenceOwner, "partition" | "region">): string {
  return `s3.${region}.amazonaws.com${partition === "aws-cn" ? ".cn" : ""}`;
}

/** Which data syncs may write: those of the organization, or those of the one account. */
function syncs({ organization, account, partition }: EvidenceOwner): Conditions {
  if (organization !== null) return { StringEquals: { "aws:SourceOrgID": organization } };
  return {
    StringEquals: { "aws:SourceAccount": account },
    ArnLike: { "aws:SourceArn": `arn:${partition}:ssm:*:${account}:resource-data-sync/*` },
  };
}

/** The runbooks of the organization, by the name of their role. */
function runbooks({ organization, partition, runbookRoleName }: EvidenceOwner): Conditions {
  return {
    StringEquals: { "aws:PrincipalOrgID": organization ?? "" },
    ArnLike: { "aws:PrincipalArn": `arn:${partition}:iam::*:role/${runbookRoleName}` },
  };
}

/**
 * Who may use the bucket, exactly as AWS asks for it of a resource data sync, beside the runbooks of other accounts. The runbooks
 * of the account itself need no word here: their role says it.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-create-resource-data-sync.html
 */
export function bucketStatements(owner: EvidenceOwner): ResourceStatement[] {
  const bucket = bucketArn(owner);
  const service = { Service: "ssm.amazonaws.com" };
  const condition = syncs(owner);
  const delivered = owner.organization === null ? `${bucket}/*/accountid=${owner.account}/*` : `${bucket}/*/accountid=*/*`;
  const delivery: ResourceStatement = {
    Sid: "SSMBucketDelivery",
    Effect: "Allow",
    Principal: service,
    Action: ["s3:PutObject"],
    Resource: delivered,
    Condition: {
      ...condition,
      StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", ...condition["StringEquals"] },
    },
  };
  return [
    {
      Sid: "SSMBucketPermissionsCheck",
      Effect: "Allow",
      Principal: service,
      Action: ["s3:GetBucketAcl"],
      Resource: bucket,
    },
    delivery,
    ...(owner.organization === null ? [] : ofOrganization(owner, delivered)),
    tlsOnly(bucket),
  ];
}

function ofOrganization(owner: EvidenceOwner, delivered: string): ResourceStatement[] {
  return [
    {
      Sid: "SSMBucketDeliveryTagging",
      Effect: "Allow",
      Principal: { Service: "ssm.amazonaws.com" },
      Action: ["s3:PutObjectTagging"],
      Resource: delivered,
      Condition: syncs(owner),
    },
    {
      Sid: "RunRecords",
      Effect: "Allow",
      Principal: "*",
      Action: ["s3:PutObject"],
      Resource: `${bucketArn(owner)}/${RECORDS}/accountid=\${aws:PrincipalAccount}/*`,
      Condition: runbooks(owner),
    },
  ];
}

/** Who may use the key: its own account by IAM, the data syncs, and the runbooks of other accounts through S3. */
export function keyStatements(owner: EvidenceOwner): ResourceStatement[] {
  return [
    {
      Sid: "OwnAccount",
      Effect: "Allow",
      Principal: { AWS: `arn:${owner.partition}:iam::${owner.account}:root` },
      Action: ["kms:*"],
      Resource: "*",
    },
    {
      Sid: "DataSyncs",
      Effect: "Allow",
      Principal: { Service: "ssm.amazonaws.com" },
      Action: ["kms:GenerateDataKey"],
      Resource: "*",
      Condition: syncs(owner),
    },
    ...(owner.organization === null ? [] : [runbooksUseKey(owner)]),
  ];
}

function runbooksUseKey(owner: EvidenceOwner): ResourceStatement {
  const condition = runbooks(owner);
  return {
    Sid: "RunRecords",
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: ["kms:GenerateDataKey"],
    Resource: "*",
    Condition: { ...condition, StringEquals: { ...condition["StringEquals"], "kms:ViaService": viaS3(owner) } },
  };
}

/** Who may write to the bucket that holds the access log: S3 itself, for the evidence bucket. */
export function logStatements(owner: EvidenceOwner, logBucketName: string): ResourceStatement[] {
  const log = bucketArn({ ...owner, bucketName: logBucketName });
  return [
    {
      Sid: "AccessLog",
      Effect: "Allow",
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: ["s3:PutObject"],
      Resource: `${log}/*`,
      Condition: {
        StringEquals: { "aws:SourceAccount": owner.account },
        ArnLike: { "aws:SourceArn": bucketArn(owner) },
      },
    },
    tlsOnly(log),
  ];
}
