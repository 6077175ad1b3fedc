import { RESULTS } from "./evidence-lifecycle";
import { bucketArn, viaS3 } from "./evidence-policies";
import type { Statement } from "./policy-document";

/** What is read, and by which means. */
export interface EvidenceReader {
  /** The account that holds the evidence, 12 digits. */
  readonly account: string;
  readonly region: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  readonly bucketName: string;
  /** The key's alias, without `alias/`. */
  readonly keyAlias: string;
  readonly databaseName: string;
  readonly workgroupName: string;
}

/** Objects of the bucket that begin so. */
export function objects(reader: EvidenceReader, ...prefixes: readonly string[]): string[] {
  return prefixes.map((prefix) => `${bucketArn(reader)}/${prefix}*`);
}

/**
 * Asking a question through Athena: the query, the tables, the files, and a place for its answer. Athena does all of it in the
 * name of who asks. The key is known by its alias, so that the policy can be read before the key is made.
 * @see https://docs.aws.amazon.com/athena/latest/ug/example-policies-workgroup.html
 */
export function askStatements(reader: EvidenceReader): Statement[] {
  const { partition, region, account, databaseName, workgroupName } = reader;
  const glue = (kind: string) => `arn:${partition}:glue:${region}:${account}:${kind}`;
  return [
    {
      Sid: "Ask",
      Effect: "Allow",
      Action: ["athena:GetQueryExecution", "athena:GetQueryResults", "athena:StartQueryExecution", "athena:StopQueryExecution"],
      Resource: `arn:${partition}:athena:${region}:${account}:workgroup/${workgroupName}`,
    },
    {
      Sid: "KnowTables",
      Effect: "Allow",
      Action: ["glue:GetDatabase", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable", "glue:GetTables"],
      Resource: [glue("catalog"), glue(`database/${databaseName}`), glue(`table/${databaseName}/*`)],
    },
    { Sid: "FindFiles", Effect: "Allow", Action: ["s3:GetBucketLocation", "s3:ListBucket"], Resource: bucketArn(reader) },
    { Sid: "ReadFiles", Effect: "Allow", Action: ["s3:GetObject"], Resource: objects(reader, "") },
    writeStatement("WriteAnswers", reader, `${RESULTS}/`),
    {
      Sid: "UseKey",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: `arn:${partition}:kms:${region}:${account}:key/*`,
      Condition: {
        StringEquals: { "kms:ViaService": viaS3(reader) },
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": `alias/${reader.keyAlias}` },
      },
    },
  ];
}

/** Writing files whose keys begin so, large ones in parts. */
export function writeStatement(sid: string, reader: EvidenceReader, prefix: string): Statement {
  return {
    Sid: sid,
    Effect: "Allow",
    Action: ["s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:PutObject"],
    Resource: objects(reader, prefix),
  };
}
